package org.connectchat.flow.routing;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/** The contacts of all lines, found by id, line and agent. It is guarded by the lock of its owner. */
final class WaitingContacts {

    /** Instances have lines of their own, though they share the queues. */
    record Line(String instanceId, String queueId, boolean agentQueue) {

        static Line of(QueuedContact contact) {
            return of(contact.instanceId(), contact.queue());
        }

        static Line of(String instanceId, Queue queue) {
            return new Line(instanceId, queue.id(), queue.agentQueue());
        }
    }

    private final Map<String, Waiting> byContact = new HashMap<>();
    private final Map<Line, NavigableSet<Waiting>> byLine = new HashMap<>();
    private final Map<AgentKey, Set<String>> contactsByAgent = new HashMap<>();
    private final NavigableSet<Waiting> unreserved = new TreeSet<>(Waiting.ORDER);

    @Nullable
    Waiting find(String contactId) {
        return byContact.get(contactId);
    }

    /** A line, in its order. */
    NavigableSet<Waiting> line(String instanceId, Queue queue) {
        return byLine.getOrDefault(Line.of(instanceId, queue), Collections.emptyNavigableSet());
    }

    NavigableSet<Waiting> lineOf(QueuedContact contact) {
        return line(contact.instanceId(), contact.queue());
    }

    /** The contacts of all lines for which no place is reserved, in the order in which they get agents. */
    List<QueuedContact> unreserved() {
        return unreserved.stream().map(Waiting::contact).toList();
    }

    /** The ids of the contacts for which places of an agent are reserved. */
    Set<String> reservedFor(AgentKey agent) {
        return contactsByAgent.getOrDefault(agent, Set.of());
    }

    Collection<Waiting> all() {
        return byContact.values();
    }

    /** Adds a contact; one of the same id must have been removed. */
    void add(Waiting waiting) {
        String contactId = waiting.contact().contactId();
        byContact.put(contactId, waiting);
        byLine.computeIfAbsent(Line.of(waiting.contact()), line -> new TreeSet<>(Waiting.ORDER))
                .add(waiting);
        Reservation reservation = waiting.reservation();
        if (reservation == null) {
            unreserved.add(waiting);
        } else {
            contactsByAgent
                    .computeIfAbsent(reservation.agent(), agent -> new HashSet<>())
                    .add(contactId);
        }
    }

    void remove(Waiting waiting) {
        String contactId = waiting.contact().contactId();
        byContact.remove(contactId);
        byLine.computeIfPresent(Line.of(waiting.contact()), (line, contacts) -> {
            contacts.remove(waiting);
            return contacts.isEmpty() ? null : contacts;
        });
        Reservation reservation = waiting.reservation();
        if (reservation == null) {
            unreserved.remove(waiting);
        } else {
            contactsByAgent.computeIfPresent(reservation.agent(), (agent, contacts) -> {
                contacts.remove(contactId);
                return contacts.isEmpty() ? null : contacts;
            });
        }
    }

    void replace(Waiting old, Waiting changed) {
        remove(old);
        add(changed);
    }

    void clear() {
        byContact.clear();
        byLine.clear();
        contactsByAgent.clear();
        unreserved.clear();
    }
}
