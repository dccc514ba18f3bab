package org.connectchat.flow.routing;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The contacts that are offered to standing agents, who accept, reject or miss them (rule F73). */
public final class Offers {

    /** How long a contact is offered to an agent. */
    public static final Duration LIFETIME = Duration.ofSeconds(20);

    private final QueueLines lines;
    private final Reservations reservations;
    private final ReentrantLock lock;

    Offers(QueueLines lines, Reservations reservations) {
        this.lines = lines;
        this.reservations = reservations;
        this.lock = lines.lock;
    }

    /** The open offers, the oldest first. */
    public List<Assignment> open() {
        lock.lock();
        try {
            return lines.offered().stream()
                    .map(reservations::assignment)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingLong(Assignment::number))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Whether this offer is neither accepted nor rejected nor missed, and its contact still waits. */
    public boolean isOpen(Assignment offer) {
        Reservation reservation = reservations.of(offer);
        return reservation != null && reservation.offeredUntil() != null;
    }

    /**
     * The agent accepts a contact that is offered to it.
     *
     * @return what the caller carries out and reports; null if the contact is not offered to this agent
     */
    public @Nullable Assignment accept(AgentKey agent, String contactId) {
        lock.lock();
        try {
            Reservation offer = offer(agent, contactId);
            if (offer == null) {
                return null;
            }
            lines.reserve(contactId, new Reservation(offer.number(), agent, null));
            Waiting waiting = lines.waiting(contactId);
            return waiting == null ? null : reservations.assignment(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** The agent rejects a contact that is offered to it, and is set aside; false if the contact is not offered to it. */
    public boolean reject(AgentKey agent, String contactId) {
        lock.lock();
        try {
            Reservation offer = offer(agent, contactId);
            if (offer != null) {
                reservations.giveUp(contactId, offer);
            }
            return offer != null;
        } finally {
            lock.unlock();
        }
    }

    /** The time of an offer is over; the agent is set aside. False if it was accepted or rejected, or is no more. */
    public boolean missed(Assignment offer) {
        lock.lock();
        try {
            Reservation reservation = reservations.of(offer);
            if (reservation == null || reservation.offeredUntil() == null) {
                return false;
            }
            reservations.giveUp(offer.contact().contactId(), reservation);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Reservation offer(AgentKey agent, String contactId) {
        Reservation reservation = reservations.of(contactId);
        return reservation == null
                        || reservation.offeredUntil() == null
                        || !reservation.agent().equals(agent)
                ? null
                : reservation;
    }
}
