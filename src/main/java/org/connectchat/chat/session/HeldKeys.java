package org.connectchat.chat.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * The expiring keys that the participants of one chat hold. A key stays valid for its lifetime, even if the participant
 * gets more keys. A new key replaces the oldest only if the participant has very many, or while the memory is full. The
 * first key of each
 * kind is weighed with the participant.
 */
final class HeldKeys {

    private static final int MAX_PER_PARTICIPANT = 100;

    private record Holder(String participantId, Grant.Kind kind) {}

    private final Map<Holder, Deque<Object>> byHolder = new HashMap<>();

    /**
     * Adds a key.
     *
     * @param weighed whether memory was taken for it
     * @return the key that the new one replaces, or null
     */
    @Nullable
    Object add(Object key, Grant grant, boolean weighed, MemoryAccount memory) {
        Deque<Object> held = byHolder.computeIfAbsent(
                new Holder(grant.participantId(), grant.kind()), holder -> new ArrayDeque<>(1));
        held.addLast(key);
        boolean grown = held.size() > 1;
        Object lost = null;
        if (grown && (!weighed || held.size() > MAX_PER_PARTICIPANT)) {
            lost = held.removeFirst();
            grown = false;
        }
        if (weighed && !grown) {
            memory.giveBack(ContactWeight.KEY);
        }
        return lost;
    }

    /** Takes all keys from a participant, and returns them. */
    List<Object> takeFrom(String participantId, MemoryAccount memory) {
        List<Object> taken = new ArrayList<>();
        for (Grant.Kind kind : Grant.Kind.values()) {
            Deque<Object> held = byHolder.remove(new Holder(participantId, kind));
            if (held != null) {
                taken.addAll(held);
                memory.giveBack((held.size() - 1) * ContactWeight.KEY);
            }
        }
        return taken;
    }
}
