package org.connectchat.flow.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a chat in a queue, and then with a standing agent.
 *
 * @param queued the place in the queue; null if the chat is in none
 * @param before the place that the chat had before an agent took it
 * @param kept whether an agent that does not stand here is about to join
 * @param line the place in the line; null if the chat is in none
 * @param agent the standing agent that the chat belongs to, by its id
 * @param agentOfInstance true if it takes contacts of the instance of the chat alone; null if not
 * @param attendant the participant that this agent is
 */
public record SavedPlace(
        @Nullable Queued queued,
        @Nullable Queued before,
        boolean kept,
        @Nullable Line line,
        @Nullable String agent,
        @Nullable Boolean agentOfInstance,
        @Nullable String attendant) {

    /** A place of a chat that was never in a queue. */
    public static final SavedPlace NONE = new SavedPlace(null, null, false, null, null, null, null);

    /**
     * A place in a queue.
     *
     * @param priority 1 or more; contacts of lower numbers come first
     * @param adjustment what is added to the time in the queue
     */
    public record Queued(SavedQueue queue, long priority, Instant enqueuedAt, Duration adjustment) {}

    /**
     * A place in a line.
     *
     * @param sequence its number among all that ever entered a line
     * @param reservation the place of an agent that is kept for it
     */
    public record Line(long sequence, @Nullable Reservation reservation) {}

    /**
     * A place of an agent that is kept for a contact that still waits.
     *
     * @param number its number among all that were ever made
     * @param agentId the standing agent, or the participant that is about to join
     * @param ofInstance true if the standing agent takes contacts of the instance of the chat alone; null if not
     * @param offeredUntil when the agent must have accepted; null if it need not
     */
    public record Reservation(
            long number,
            String agentId,
            @Nullable Boolean ofInstance,
            @Nullable Instant offeredUntil) {}
}
