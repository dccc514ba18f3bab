package org.connectchat.chat.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
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

    private record Held(Object key, Grant grant) {}

    private final Map<Holder, Deque<Held>> byHolder = new LinkedHashMap<>();

    /**
     * Adds a key.
     *
     * @param weighed whether memory was taken for it
     * @return the key that the new one replaces, or null
     */
    @Nullable
    Object add(Object key, Grant grant, boolean weighed, MemoryAccount memory) {
        Deque<Held> held = byHolder.computeIfAbsent(
                new Holder(grant.participantId(), grant.kind()), holder -> new ArrayDeque<>(1));
        held.addLast(new Held(key, grant));
        boolean grown = held.size() > 1;
        Object lost = null;
        if (grown && (!weighed || held.size() > MAX_PER_PARTICIPANT)) {
            lost = held.removeFirst().key();
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
            Deque<Held> held = byHolder.remove(new Holder(participantId, kind));
            if (held != null) {
                held.forEach(each -> taken.add(each.key()));
                memory.giveBack((held.size() - 1) * ContactWeight.KEY);
            }
        }
        return taken;
    }

    /** All keys, oldest first for each participant and kind. */
    List<SavedKey> save() {
        return byHolder.values().stream()
                .flatMap(Deque::stream)
                .map(held -> SavedKey.of(held.key(), held.grant()))
                .toList();
    }
}
