package org.connectchat.flow.routing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/**
 * Gives contacts to standing agents (rule F73): the contact with the lowest priority number, then the one that is longest in
 * its queue with its adjustment, gets the available agent that serves its queue and is free longest.
 *
 * <p>The caller calls {@link #assign} whenever a contact enters a line or changes its order, a place becomes free, or an
 * agent changes. It carries out what is returned without the lock of this room, and reports each assignment by {@link
 * #accepted} or {@link #failed}. For an offer it schedules {@link #missed} instead.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/about-routing.html">How routing works</a>
 */
public final class Routing {

    /** How long a contact is offered to an agent. */
    public static final Duration OFFER_LIFETIME = Duration.ofSeconds(20);

    private final QueueLines lines;
    private final StandingAgents agents;
    private final Clock clock;
    private final ReentrantLock lock;

    @GuardedBy("lock")
    private long made;

    public Routing(QueueLines lines, StandingAgents agents, Clock clock) {
        this.lines = lines;
        this.agents = agents;
        this.clock = clock;
        this.lock = lines.lock;
    }

    /** Reserves a place for each contact that can get one now; returns the assignments and offers that this call made. */
    public List<Assignment> assign() {
        if (agents.isEmpty()) {
            return List.of();
        }
        lock.lock();
        try {
            List<Desk> available = agents.available();
            List<Assignment> assignments = new ArrayList<>();
            Iterator<QueuedContact> contacts = available.isEmpty()
                    ? List.<QueuedContact>of().iterator()
                    : lines.unreserved().iterator();
            while (contacts.hasNext() && !available.isEmpty()) {
                QueuedContact contact = contacts.next();
                Desk desk = serving(contact.queue(), available);
                if (desk != null) {
                    assignments.add(reserve(desk, contact));
                    available.remove(desk);
                    if (agents.isAvailable(desk)) {
                        available.add(desk);
                    }
                }
            }
            return assignments;
        } finally {
            lock.unlock();
        }
    }

    private static @Nullable Desk serving(Queue queue, List<Desk> available) {
        return available.stream()
                .filter(desk -> desk.agent().serves(queue))
                .findFirst()
                .orElse(null);
    }

    @GuardedBy("lock")
    private Assignment reserve(Desk desk, QueuedContact contact) {
        StandingAgent agent = desk.agent();
        Instant offeredUntil = agent.autoAccept() ? null : clock.instant().plus(OFFER_LIFETIME);
        Assignment assignment = new Assignment(made++, agent, contact, offeredUntil);
        lines.reserve(contact.contactId(), new Reservation(assignment.number(), agent.id(), offeredUntil));
        agents.queueUp(desk);
        return assignment;
    }

    /**
     * The agent joins the chat: the contact leaves its line, and keeps the place of the agent until it is released.
     *
     * @return false if the contact no longer waits for this agent, who then must not join
     */
    public boolean accepted(Assignment assignment) {
        lock.lock();
        try {
            Reservation reservation = reservation(assignment);
            if (reservation == null || reservation.offeredUntil() != null) {
                return false;
            }
            lines.leave(assignment.contact().contactId());
            return agents.join(reservation.agentId(), assignment.contact().contactId());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The agent could not join. The place is free; if the contact still waits, it waits for another agent, and this one is set
     * aside, so that it does not fail again at once.
     */
    public void failed(Assignment assignment) {
        lock.lock();
        try {
            Reservation reservation = reservation(assignment);
            if (reservation != null) {
                giveUp(assignment.contact().contactId(), reservation);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A contact that waits is about to get an agent that does not stand here, and is given to no other one. */
    public void keep(String contactId, String participantId) {
        lock.lock();
        try {
            lines.reserve(contactId, new Reservation(made++, participantId, null));
        } finally {
            lock.unlock();
        }
    }

    /** A contact needs its agent no more; the place is free. False if it had none. */
    public boolean released(String contactId) {
        return agents.leave(contactId);
    }

    /** Whether this offer is neither accepted nor rejected nor missed, and its contact still waits. */
    public boolean isOffered(Assignment offer) {
        Reservation reservation = reservation(offer);
        return reservation != null && reservation.offeredUntil() != null;
    }

    /** The agent failed to take a contact, and gets none until its state is set to AVAILABLE. */
    public void setAside(String agentId) {
        agents.setAside(agentId);
    }

    /** The open offers, the oldest first. */
    public List<Assignment> offers() {
        lock.lock();
        try {
            return lines.offered().stream()
                    .map(this::assignment)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingLong(Assignment::number))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The agent accepts a contact that is offered to it.
     *
     * @return what the caller carries out and reports; null if the contact is not offered to this agent
     */
    public @Nullable Assignment accept(String agentId, String contactId) {
        lock.lock();
        try {
            Reservation offer = offer(agentId, contactId);
            if (offer == null) {
                return null;
            }
            lines.reserve(contactId, new Reservation(offer.number(), agentId, null));
            Waiting waiting = lines.waiting(contactId);
            return waiting == null ? null : assignment(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** The agent rejects a contact that is offered to it, and is set aside; false if the contact is not offered to it. */
    public boolean reject(String agentId, String contactId) {
        lock.lock();
        try {
            Reservation offer = offer(agentId, contactId);
            if (offer != null) {
                giveUp(contactId, offer);
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
            Reservation reservation = reservation(offer);
            if (reservation == null || reservation.offeredUntil() == null) {
                return false;
            }
            giveUp(offer.contact().contactId(), reservation);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The metrics of a queue, all of one moment. */
    public QueueMetrics metrics(String instanceId, Queue queue) {
        lock.lock();
        try {
            return new QueueMetrics(
                    queue,
                    lines.size(instanceId, queue),
                    lines.oldestAge(instanceId, queue, clock.instant()),
                    agents.counts(queue));
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(String contactId, Reservation reservation) {
        lines.reserve(contactId, null);
        agents.setAside(reservation.agentId());
    }

    /** The reservation that an assignment made, unless the contact has left its line or lost the place since. */
    private @Nullable Reservation reservation(Assignment assignment) {
        Waiting waiting = lines.waiting(assignment.contact().contactId());
        Reservation reservation = waiting == null ? null : waiting.reservation();
        return reservation == null || reservation.number() != assignment.number() ? null : reservation;
    }

    private @Nullable Reservation offer(String agentId, String contactId) {
        Waiting waiting = lines.waiting(contactId);
        Reservation reservation = waiting == null ? null : waiting.reservation();
        return reservation == null
                        || reservation.offeredUntil() == null
                        || !reservation.agentId().equals(agentId)
                ? null
                : reservation;
    }

    private @Nullable Assignment assignment(Waiting waiting) {
        Reservation reservation = waiting.reservation();
        AgentStatus status = reservation == null ? null : agents.find(reservation.agentId());
        return reservation == null || status == null
                ? null
                : new Assignment(reservation.number(), status.agent(), waiting.contact(), reservation.offeredUntil());
    }
}
