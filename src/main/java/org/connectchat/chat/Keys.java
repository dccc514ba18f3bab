package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived keys of participants: connection tokens, and tickets that dial a socket. A key stays good for its
 * lifetime, however many follow it; only a participant with very many, or while the memory is full, loses the oldest for
 * a new one. When a chat is over its keys go. The first key of a participant is weighed with the participant.
 *
 * @param <K> what a key is; compared by equals
 */
final class Keys<K> {

    private static final int MOST_PER_PARTICIPANT = 100;

    private record Lock(String contactId, String participantId, Instant until) {}

    /** What one participant holds. */
    private record Ring<K>(MemoryAccount memory, Deque<K> keys) {}

    private final ContactStore contacts;
    private final Clock clock;
    private final Duration lifetime;
    private final Map<K, Lock> locks = new ConcurrentHashMap<>();
    private final Map<String, Ring<K>> byParticipant = new ConcurrentHashMap<>();

    Keys(ContactStore contacts, Clock clock, Duration lifetime) {
        this.contacts = contacts;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Makes a key good; returns until when.
     *
     * @param weighed whether memory was taken for it
     */
    Instant add(K key, Seat seat, boolean weighed) {
        Instant until = clock.instant().plus(lifetime);
        String participantId = seat.participant().id();
        locks.put(key, new Lock(seat.contact().id(), participantId, until));
        byParticipant.compute(participantId, (id, known) -> {
            Ring<K> ring = known == null ? new Ring<>(seat.contact().memory(), new ArrayDeque<>()) : known;
            ring.keys().addLast(key);
            boolean grown = ring.keys().size() > 1;
            if (grown && (!weighed || ring.keys().size() > MOST_PER_PARTICIPANT)) {
                locks.remove(ring.keys().removeFirst());
                grown = false;
            }
            if (weighed && !grown) {
                ring.memory().giveBack(ContactWeight.KEY);
            }
            return ring;
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
        Ring<K> ring = byParticipant.remove(participant.id());
        if (ring != null) {
            ring.keys().forEach(locks::remove);
            ring.memory().giveBack((ring.keys().size() - 1) * ContactWeight.KEY);
        }
    }

    int size() {
        return locks.size();
    }
}
