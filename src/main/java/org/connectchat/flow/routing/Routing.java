package org.connectchat.flow.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/**
 * Gives contacts to standing agents (rule F73): the contact with the lowest priority number, then the one that is longest in
 * its queue with its adjustment, gets the available agent that serves its queue and is free longest.
 *
 * <p>The caller calls {@link #assign} whenever a contact enters a line or changes its order, a place becomes free, or an
 * agent changes. It carries out what is returned without the lock of this package, and reports each assignment by
 * {@link #accepted} or {@link #failed}. For an offer it schedules {@link Offers#missed} instead.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/about-routing.html">How routing works</a>
 */
public final class Routing {

    private final QueueLines lines;
    private final StandingAgents agents;
    private final RoutingClock clock;
    private final ReentrantLock lock;
    private final Reservations reservations;
    private final Offers offers;

    public Routing(QueueLines lines, StandingAgents agents, RoutingClock clock) {
        this.lines = lines;
        this.agents = agents;
        this.clock = clock;
        this.lock = lines.lock;
        this.reservations = new Reservations(lines, agents);
        this.offers = new Offers(lines, reservations);
    }

    /** What routing keeps, for a document of state. */
    public RoutingStates states() {
        return new RoutingStates(lines, agents, reservations);
    }

    /** The contacts that are offered to agents. */
    public Offers offers() {
        return offers;
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
                Desk desk = serving(contact, available);
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

    private @Nullable Desk serving(QueuedContact contact, List<Desk> available) {
        return available.stream()
                .filter(desk -> agents.serves(desk, contact.instanceId(), contact.queue()))
                .findFirst()
                .orElse(null);
    }

    private Assignment reserve(Desk desk, QueuedContact contact) {
        StandingAgent agent = desk.agent();
        Instant offeredUntil =
                agent.autoAccept() ? null : clock.now(contact.instanceId()).plus(Offers.LIFETIME);
        Assignment assignment = reservations.make(agent, contact, offeredUntil);
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
            Reservation reservation = reservations.of(assignment);
            if (reservation == null || reservation.offeredUntil() != null) {
                return false;
            }
            lines.leave(assignment.contact().contactId());
            return agents.join(reservation.agent(), assignment.contact().contactId());
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
            Reservation reservation = reservations.of(assignment);
            if (reservation != null) {
                reservations.giveUp(assignment.contact().contactId(), reservation);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A contact that waits is about to get an agent that does not stand here, and is given to no other one. */
    public void keep(String contactId, String participantId) {
        reservations.make(contactId, participantId);
    }

    /** A contact needs its agent no more; the place is free. False if it had none. */
    public boolean released(String contactId) {
        return agents.leave(contactId);
    }

    /** A contact needs this agent no more; the place is free. False if the contact is not a chat of this agent. */
    public boolean released(String contactId, AgentKey agent) {
        return agents.leave(contactId, agent);
    }

    /** The agent failed to take a contact, and gets none until its state is set to AVAILABLE. */
    public void setAside(AgentKey agent) {
        agents.setAside(agent);
    }

    /** The metrics of a queue, all of one moment. */
    public QueueMetrics metrics(String instanceId, Queue queue) {
        lock.lock();
        try {
            return new QueueMetrics(
                    queue,
                    lines.size(instanceId, queue),
                    lines.oldestAge(instanceId, queue, clock.now(instanceId)),
                    lines.estimatedWait(instanceId, queue),
                    agents.counts(instanceId, queue));
        } finally {
            lock.unlock();
        }
    }
}
