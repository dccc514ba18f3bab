package org.connectchat.flow.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place of an agent that is kept for a contact that still waits.
 *
 * @param number tells it from every other reservation, earlier ones of the same contact and agent too
 * @param agent whose place it is; an agent that does not stand here has the id of its participant
 * @param offeredUntil when the agent must have accepted; null if the agent accepted, or need not
 */
record Reservation(long number, AgentKey agent, @Nullable Instant offeredUntil) {}
