package org.connectchat.flow.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * A contact that waits in a queue.
 *
 * @param contactId the id of the contact
 * @param instanceId the instance of the contact
 * @param queue the queue, as it was when the contact entered it
 * @param priority 1 or more; contacts of lower numbers come first
 * @param enqueuedAt when the contact entered the queue
 * @param adjustment a time that is added to the time in the queue; it may be negative
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactRoutingData.html">UpdateContactRoutingData</a>
 */
public record QueuedContact(
        String contactId, String instanceId, Queue queue, long priority, Instant enqueuedAt, Duration adjustment) {

    /** The priority of a contact whose flow sets none. */
    public static final long DEFAULT_PRIORITY = 5;

    /** The order in which contacts get agents: by the priority number, then by the adjusted time in the queue. */
    public static final Comparator<QueuedContact> ORDER =
            Comparator.comparingLong(QueuedContact::priority).thenComparing(QueuedContact::adjustedStart);

    public QueuedContact {
        if (priority < 1) {
            throw new IllegalArgumentException("The priority of a contact is 1 or more, not " + priority);
        }
        if (adjustment.abs().toSeconds() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The adjustment of the time in a queue is too large: " + adjustment);
        }
    }

    /** A contact that enters a queue with default priority and without adjustment. */
    public static QueuedContact of(String contactId, String instanceId, Queue queue, Instant enqueuedAt) {
        return new QueuedContact(contactId, instanceId, queue, DEFAULT_PRIORITY, enqueuedAt, Duration.ZERO);
    }

    private Instant adjustedStart() {
        return enqueuedAt.minus(adjustment);
    }

    /** The same contact with another priority. */
    public QueuedContact withPriority(long newPriority) {
        return new QueuedContact(contactId, instanceId, queue, newPriority, enqueuedAt, adjustment);
    }

    /** The same contact with another adjustment of its time in the queue. */
    public QueuedContact withAdjustment(Duration newAdjustment) {
        return new QueuedContact(contactId, instanceId, queue, priority, enqueuedAt, newAdjustment);
    }
}
