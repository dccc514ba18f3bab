package org.connectchat.flow.routing;

import java.time.Instant;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/**
 * A contact for which a place of an agent is reserved.
 *
 * @param number tells it from every other assignment
 * @param agent the agent, as it was when the place was reserved
 * @param contact the contact, as it was then
 * @param offeredUntil when the agent must have accepted; null if the agent is to join at once
 */
public record Assignment(
        long number,
        StandingAgent agent,
        QueuedContact contact,
        @Nullable Instant offeredUntil) {

    /** Whether the contact is offered to the agent, who may accept or reject it. */
    public boolean isOffer() {
        return offeredUntil != null;
    }
}
