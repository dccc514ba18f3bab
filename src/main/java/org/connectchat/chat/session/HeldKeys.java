package org.connectchat.chat.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the participants of one chat, and the expiring keys that they hold. A key stays valid for its lifetime, even if the participant
 * gets more keys. A new key replaces the oldest only if the participant has very many, or while the memory is full. The
 * first key of each
 * kind is weighed with the participant.
 */
final class HeldKeys {

    private static final int MAX_PER_PARTICIPANT = 100;

    private record Holder(String participantId, Grant.Kind kind) {}

    private record Held(Object key, Grant grant) {}

    private final Registration registration;
    private @Nullable Map<Holder, Deque<Held>> byHolder;

    HeldKeys(Registration registration) {
        this.registration = registration;
    }

    /** Makes the token of a participant valid. */
    void admit(Participant participant) {
        registration.addKey(
                participant.token(), new Grant(participant.id(), Grant.Kind.PARTICIPANT_TOKEN, Instant.MAX));
    }

    /** Makes the token and all keys of a participant invalid. */
    void revoke(Participant participant, MemoryAccount memory) {
        registration.removeKey(participant.token());
        takeFrom(participant.id(), memory).forEach(registration::removeKey);
    }

    /**
     * Makes a key valid, which may replace another one, if its participant is in the contact and the chat has not ended.
     *
     * @param weighed whether memory was taken for it
     */
    boolean add(Object key, Grant grant, boolean weighed, Contact contact) {
        boolean present = contact.isActive() && contact.hasParticipant(grant.participantId());
        boolean grown = present && grows(key, grant, weighed);
        if (weighed && !grown) {
            contact.memory().giveBack(ContactWeight.KEY);
        }
        return present;
    }

    /** Adds a key; returns whether the participant has one more of the kind than is weighed with it. */
    private boolean grows(Object key, Grant grant, boolean weighed) {
        registration.addKey(key, grant);
        Map<Holder, Deque<Held>> all = byHolder == null ? new LinkedHashMap<>() : byHolder;
        byHolder = all;
        Deque<Held> held =
                all.computeIfAbsent(new Holder(grant.participantId(), grant.kind()), holder -> new ArrayDeque<>(1));
        held.addLast(new Held(key, grant));
        boolean grown = held.size() > 1;
        if (grown && (!weighed || held.size() > MAX_PER_PARTICIPANT)) {
            registration.removeKey(held.removeFirst().key());
            grown = false;
        }
        return grown;
    }

    private List<Object> takeFrom(String participantId, MemoryAccount memory) {
        List<Object> taken = new ArrayList<>();
        for (Grant.Kind kind : Grant.Kind.values()) {
            Deque<Held> held = byHolder == null ? null : byHolder.remove(new Holder(participantId, kind));
            if (held != null) {
                held.forEach(each -> taken.add(each.key()));
                memory.giveBack((held.size() - 1) * ContactWeight.KEY);
            }
        }
        return taken;
    }

    /** All keys, oldest first for each participant and kind. */
    List<SavedKey> save() {
        return byHolder == null
                ? List.of()
                : byHolder.values().stream()
                        .flatMap(Deque::stream)
                        .map(held -> SavedKey.of(held.key(), held.grant()))
                        .toList();
    }
}
