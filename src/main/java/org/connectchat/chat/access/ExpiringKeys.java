package org.connectchat.chat.access;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.session.Grant;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/** The keys of participants that expire. They become invalid earlier if the participant leaves or the chat ends. */
final class ExpiringKeys {

    private final Clocks clocks;
    private final ChatStore chats;
    private final ChatMemory memory;

    ExpiringKeys(Clocks clocks, ChatStore chats, ChatMemory memory) {
        this.clocks = clocks;
        this.chats = chats;
        this.memory = memory;
    }

    /** Makes a key valid; returns the moment at which it expires. */
    Instant add(Object key, Seat seat, Grant.Kind kind, Duration lifetime) {
        Instant until = clocks.now(seat.contact().instanceId()).plus(lifetime);
        Chat chat = chats.byContact(seat.contact().id());
        if (chat != null) {
            Grant grant = new Grant(seat.participant().id(), kind, until);
            boolean weighed = memory.takes(seat.contact(), ContactWeight.KEY);
            chat.locked(state -> state.grant(key, grant, weighed));
        }
        return until;
    }

    /** The seat that a key opens now, or null. */
    @Nullable
    Seat seat(Object key, Grant.Kind kind) {
        return chats.seat(key, kind, clocks::now);
    }
}
