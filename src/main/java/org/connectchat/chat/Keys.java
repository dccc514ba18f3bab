package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived keys of participants: connection tokens, and tickets that dial a socket. A key stays good for its
 * lifetime, however many follow it; only a participant with very many loses the oldest. When a chat is over its keys go.
 *
 * @param <K> what a key is; compared by equals
 */
final class Keys<K> {

    private static final int MOST_PER_PARTICIPANT = 100;

    private record Lock(String contactId, String participantId, Instant until) {}

    private final ContactStore contacts;
    private final Clock clock;
    private final Duration lifetime;
    private final Map<K, Lock> locks = new ConcurrentHashMap<>();
    private final Map<String, Deque<K>> byParticipant = new ConcurrentHashMap<>();

    Keys(ContactStore contacts, Clock clock, Duration lifetime) {
        this.contacts = contacts;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Makes a key good; returns until when. */
    Instant add(K key, Seat seat) {
        Instant until = clock.instant().plus(lifetime);
        String participantId = seat.participant().id();
        locks.put(key, new Lock(seat.contact().id(), participantId, until));
        byParticipant.compute(participantId, (id, keys) -> {
            Deque<K> all = keys == null ? new ArrayDeque<>() : keys;
            all.addLast(key);
            if (all.size() > MOST_PER_PARTICIPANT) {
                locks.remove(all.removeFirst());
            }
            return all;
        });
        return until;
    }

    /** The seat that a key opens now, or null. */
    @Nullable
    Seat seat(K key) {
        Lock lock = locks.get(key);
        if (lock == null || !clock.instant().isBefore(lock.until())) {
            return null;
        }
        Contact contact = contacts.current(lock.contactId());
        if (contact == null || !contact.isActive()) {
            return null;
        }
        Participant participant = contact.participant(lock.participantId());
        return participant == null ? null : new Seat(contact, participant);
    }

    void removeAll(Participant participant) {
        Deque<K> keys = byParticipant.remove(participant.id());
        if (keys != null) {
            keys.forEach(locks::remove);
        }
    }

    int size() {
        return locks.size();
    }
}
