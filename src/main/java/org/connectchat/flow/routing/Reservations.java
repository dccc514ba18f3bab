package org.connectchat.flow.routing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/** The places of agents that are kept for contacts that still wait. Each reservation has a number of its own. */
final class Reservations {

    private final QueueLines lines;
    private final StandingAgents agents;
    private final ReentrantLock lock;

    @GuardedBy("lock")
    private long made;

    Reservations(QueueLines lines, StandingAgents agents) {
        this.lines = lines;
        this.agents = agents;
        this.lock = lines.lock;
    }

    /** Reserves a place of a standing agent. */
    Assignment make(StandingAgent agent, QueuedContact contact, @Nullable Instant offeredUntil) {
        lock.lock();
        try {
            Assignment assignment = new Assignment(made++, agent, contact, offeredUntil);
            lines.reserve(contact.contactId(), new Reservation(assignment.number(), agent.key(), offeredUntil));
            return assignment;
        } finally {
            lock.unlock();
        }
    }

    /** Reserves a contact for an agent that does not stand here. */
    void make(String contactId, String participantId) {
        lock.lock();
        try {
            lines.reserve(contactId, new Reservation(made++, AgentKey.ofAll(participantId), null));
        } finally {
            lock.unlock();
        }
    }

    /** A reservation was loaded; the numbers of others are greater. */
    void skip(long number) {
        lock.lock();
        try {
            made = Math.max(made, number + 1);
        } finally {
            lock.unlock();
        }
    }

    /** The reservation of a contact, or null. */
    @Nullable
    Reservation of(String contactId) {
        Waiting waiting = lines.waiting(contactId);
        return waiting == null ? null : waiting.reservation();
    }

    /** The reservation that an assignment made, unless the contact has left its line or lost the place since. */
    @Nullable
    Reservation of(Assignment assignment) {
        Reservation reservation = of(assignment.contact().contactId());
        return reservation == null || reservation.number() != assignment.number() ? null : reservation;
    }

    /** The assignment that a contact waits with, or null. */
    @Nullable
    Assignment assignment(Waiting waiting) {
        Reservation reservation = waiting.reservation();
        AgentStatus status = reservation == null ? null : agents.find(reservation.agent());
        return reservation == null || status == null
                ? null
                : new Assignment(reservation.number(), status.agent(), waiting.contact(), reservation.offeredUntil());
    }

    /** Gives a place back: the contact waits for another agent, and this one is set aside, so that it does not fail again at once. */
    void giveUp(String contactId, Reservation reservation) {
        lock.lock();
        try {
            lines.reserve(contactId, null);
            agents.setAside(reservation.agent());
        } finally {
            lock.unlock();
        }
    }
}
