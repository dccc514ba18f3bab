package org.connectchat.flow.routing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/**
 * The contacts that wait, in one line for each queue of each instance. A contact waits in one line at most. Its place in the
 * line, and the place of an agent that is reserved for it, are given back when it leaves the line.
 */
public final class QueueLines {

    /** Guards lines, agents and assignments. */
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    final WaitingContacts contacts = new WaitingContacts();

    @GuardedBy("lock")
    final WaitTimes waits = new WaitTimes();

    @GuardedBy("lock")
    long entered;

    /**
     * Adds a contact to its line.
     *
     * @param activeChatsQuota how many contacts a queue without a maximum holds
     * @return false if the queue is at capacity
     * @throws IllegalStateException if the contact waits already
     */
    public boolean enter(QueuedContact contact, int activeChatsQuota) {
        lock.lock();
        try {
            if (contacts.find(contact.contactId()) != null) {
                throw new IllegalStateException("The contact waits in a queue already");
            }
            if (contacts.lineOf(contact).size() >= contact.queue().capacity(activeChatsQuota)) {
                return false;
            }
            contacts.add(new Waiting(contact, entered++, null));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a contact out of its line; false if it does not wait. */
    public boolean leave(String contactId) {
        lock.lock();
        try {
            Waiting waiting = contacts.find(contactId);
            if (waiting == null) {
                return false;
            }
            contacts.remove(waiting);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A contact that waits, or null. */
    public @Nullable QueuedContact find(String contactId) {
        Waiting waiting = waiting(contactId);
        return waiting == null ? null : waiting.contact();
    }

    /** The position of a contact in its line, from 1 on; empty if it does not wait. */
    public OptionalInt position(String contactId) {
        lock.lock();
        try {
            Waiting waiting = contacts.find(contactId);
            return waiting == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(contacts.lineOf(waiting.contact())
                            .headSet(waiting, true)
                            .size());
        } finally {
            lock.unlock();
        }
    }

    /** How many contacts wait in a queue of an instance, including those that an agent is about to get. */
    public int size(String instanceId, Queue queue) {
        lock.lock();
        try {
            return contacts.line(instanceId, queue).size();
        } finally {
            lock.unlock();
        }
    }

    /** How long the oldest contact of a queue has waited, without adjustments; zero if the queue is empty. */
    public Duration oldestAge(String instanceId, Queue queue, Instant now) {
        lock.lock();
        try {
            return contacts.line(instanceId, queue).stream()
                    .map(waiting -> waiting.contact().enqueuedAt())
                    .min(Comparator.naturalOrder())
                    .filter(oldest -> oldest.isBefore(now))
                    .map(oldest -> Duration.between(oldest, now))
                    .orElse(Duration.ZERO);
        } finally {
            lock.unlock();
        }
    }

    /** An agent has taken a contact out of its queue. */
    public void noteTaken(QueuedContact contact, Instant now) {
        lock.lock();
        try {
            waits.add(contact, Duration.between(contact.enqueuedAt(), now));
        } finally {
            lock.unlock();
        }
    }

    /** How long the latest contacts of a queue have waited for an agent on average; null if no agent has taken one. */
    public @Nullable Duration estimatedWait(String instanceId, Queue queue) {
        lock.lock();
        try {
            return waits.mean(instanceId, queue);
        } finally {
            lock.unlock();
        }
    }

    /** What is left of that time for a contact (rules F99 and U7); null if it does not wait, or no agent has taken one. */
    public @Nullable Duration remainingWait(String contactId, Instant now) {
        lock.lock();
        try {
            Waiting waiting = contacts.find(contactId);
            QueuedContact contact = waiting == null ? null : waiting.contact();
            Duration mean = contact == null ? null : waits.mean(contact.instanceId(), contact.queue());
            if (contact == null || mean == null) {
                return null;
            }
            Duration left = mean.minus(Duration.between(contact.enqueuedAt(), now));
            return left.isNegative() ? Duration.ZERO : left;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a contact another priority, 1 or more; false if it does not wait. */
    public boolean reprioritise(String contactId, long priority) {
        return change(
                contactId, waiting -> waiting.withContact(waiting.contact().withPriority(priority)));
    }

    /** Gives a contact another adjustment of its time in the queue; false if it does not wait. */
    public boolean reprioritise(String contactId, Duration adjustment) {
        return change(
                contactId, waiting -> waiting.withContact(waiting.contact().withAdjustment(adjustment)));
    }

    /** Changes what is known of a contact that waits; false if it does not. */
    private boolean change(String contactId, UnaryOperator<Waiting> change) {
        lock.lock();
        try {
            Waiting waiting = contacts.find(contactId);
            if (waiting == null) {
                return false;
            }
            contacts.replace(waiting, change.apply(waiting));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets how long contacts of an instance have waited, or those of all instances if it is null. */
    public void forgetWaits(@Nullable String instanceId) {
        lock.lock();
        try {
            waits.forget(instanceId);
        } finally {
            lock.unlock();
        }
    }

    /** Removes all contacts. */
    public void reset() {
        lock.lock();
        try {
            contacts.clear();
            waits.forget(null);
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Waiting waiting(String contactId) {
        lock.lock();
        try {
            return contacts.find(contactId);
        } finally {
            lock.unlock();
        }
    }

    /** Reserves a place for a contact, or gives it back; false if the contact does not wait. */
    boolean reserve(String contactId, @Nullable Reservation reservation) {
        return change(contactId, waiting -> waiting.withReservation(reservation));
    }

    /** Gives back all places of an agent that are reserved; the contacts wait on. */
    void unreserve(AgentKey agent) {
        reservedFor(agent).forEach(contactId -> reserve(contactId, null));
    }

    /** The contacts of all lines for which no place is reserved, in the order in which they get agents. */
    List<QueuedContact> unreserved() {
        lock.lock();
        try {
            return contacts.unreserved();
        } finally {
            lock.unlock();
        }
    }

    /** The ids of the contacts for which places of an agent are reserved. */
    List<String> reservedFor(AgentKey agent) {
        lock.lock();
        try {
            return List.copyOf(contacts.reservedFor(agent));
        } finally {
            lock.unlock();
        }
    }

    /** The contacts that are offered to agents. */
    List<Waiting> offered() {
        lock.lock();
        try {
            return contacts.all().stream().filter(Waiting::isOffered).toList();
        } finally {
            lock.unlock();
        }
    }
}
