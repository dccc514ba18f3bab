package org.connectchat.flow.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.testkit.MutableClock;

/** Lines, agents and routing as a test needs them, on a clock that stands still. */
final class ContactCentre {

    static final Queue SALES = Queue.named("sales");
    static final Queue SUPPORT = Queue.named("support");
    static final String INSTANCE_ID = "my-instance";
    static final int QUOTA = 500;

    final MutableClock clock = new MutableClock(Instant.parse("2026-01-05T10:00:00Z"));
    final QueueLines lines = new QueueLines();
    final StandingAgents agents;
    final Routing routing;

    ContactCentre(StandingAgent... configured) {
        agents = new StandingAgents(lines, List.of(configured));
        routing = new Routing(lines, agents, instanceId -> clock.instant());
    }

    /** An available agent of all queues that joins at once. */
    static StandingAgent agent(String id, int capacity) {
        return new StandingAgent(null, id, id, Set.of(), capacity, StandingAgent.State.AVAILABLE, true);
    }

    /** An available agent of all queues to whom contacts are offered. */
    static StandingAgent asked(String id) {
        return new StandingAgent(null, id, id, Set.of(), 1, StandingAgent.State.AVAILABLE, false);
    }

    /** An available agent of one queue that joins at once. */
    static StandingAgent agentOf(String id, Queue queue) {
        return new StandingAgent(null, id, id, Set.of(queue.id()), 1, StandingAgent.State.AVAILABLE, true);
    }

    QueuedContact contact(String id, Queue queue) {
        return QueuedContact.of(id, INSTANCE_ID, queue, clock.instant());
    }

    /** Lets contacts enter a queue, a second apart. */
    void enter(Queue queue, String... contactIds) {
        for (String id : contactIds) {
            enter(contact(id, queue));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    void enter(QueuedContact contact) {
        if (!lines.enter(contact, QUOTA)) {
            throw new AssertionError("The queue is full");
        }
    }

    /** Assigns; returns agents and contacts as {@code ada:c1}. */
    List<String> assign() {
        return names(routing.assign());
    }

    /** Assigns and lets every agent join. */
    List<String> assignAndJoin() {
        List<Assignment> assignments = routing.assign();
        assignments.forEach(assignment -> {
            if (!routing.accepted(assignment)) {
                throw new AssertionError("Not accepted: " + assignment);
            }
        });
        return names(assignments);
    }

    static List<String> names(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment ->
                        assignment.agent().id() + ":" + assignment.contact().contactId())
                .toList();
    }
}
