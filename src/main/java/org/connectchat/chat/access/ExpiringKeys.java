package org.connectchat.chat.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived keys of participants: connection tokens, and tickets that dial a socket. A key stays good for its
 * lifetime, however many follow it; only a participant with very many, or while the memory is full, loses the oldest for
 * a new one. When a chat is over its keys go. The first key of a participant is weighed with the participant.
 *
 * @param <K> what a key is; compared by equals
 */
final class ExpiringKeys<K> {

    private static final int MAX_PER_PARTICIPANT = 100;

    /** What one participant holds. */
    private record Ring<K>(MemoryAccount memory, Deque<K> keys) {}

    private final ContactStore contacts;
    private final Clock clock;
    private final Duration lifetime;
    private final Map<K, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Ring<K>> byParticipant = new ConcurrentHashMap<>();

    ExpiringKeys(ContactStore contacts, Clock clock, Duration lifetime) {
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
        grants.put(key, new Grant(seat.contact().id(), participantId, until));
        byParticipant.compute(participantId, (id, known) -> {
            Ring<K> ring = known == null ? new Ring<>(seat.contact().memory(), new ArrayDeque<>()) : known;
            ring.keys().addLast(key);
            boolean grown = ring.keys().size() > 1;
            if (grown && (!weighed || ring.keys().size() > MAX_PER_PARTICIPANT)) {
                grants.remove(ring.keys().removeFirst());
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
        Grant grant = grants.get(key);
        if (grant == null || !clock.instant().isBefore(grant.until())) {
            return null;
        }
        Contact contact = contacts.current(grant.contactId());
        if (contact == null || !contact.isActive()) {
            return null;
        }
        Participant participant = contact.participant(grant.participantId());
        return participant == null ? null : new Seat(contact, participant);
    }

    void removeAll(Participant participant) {
        Ring<K> ring = byParticipant.remove(participant.id());
        if (ring != null) {
            ring.keys().forEach(grants::remove);
            ring.memory().giveBack((ring.keys().size() - 1) * ContactWeight.KEY);
        }
    }

    int size() {
        return grants.size();
    }
}
