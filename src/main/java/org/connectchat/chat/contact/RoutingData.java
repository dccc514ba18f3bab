package org.connectchat.chat.contact;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was set of the order in which a contact gets an agent (rules F73 and U8).
 *
 * @param queuePriority 1 or more, the smallest first; null if none was set
 * @param queueTimeAdjustment what is added to the time in the queue; may be negative, null if none was set
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactRoutingData.html">UpdateContactRoutingData</a>
 */
public record RoutingData(
        @Nullable Long queuePriority, @Nullable Duration queueTimeAdjustment) {

    /** Nothing is set. */
    public static final RoutingData NONE = new RoutingData(null, null);

    /** A priority alone. */
    public static RoutingData ofPriority(long priority) {
        return new RoutingData(priority, null);
    }

    /** An adjustment alone. */
    public static RoutingData ofAdjustment(Duration adjustment) {
        return new RoutingData(null, adjustment);
    }

    /** This data with changes; members that are null stay as they are. */
    public RoutingData changed(RoutingData changes) {
        return new RoutingData(
                changes.queuePriority == null ? queuePriority : changes.queuePriority,
                changes.queueTimeAdjustment == null ? queueTimeAdjustment : changes.queueTimeAdjustment);
    }
}
