package org.connectchat.flow.state;

import org.jspecify.annotations.Nullable;

/**
 * A queue.
 *
 * @param maximum how many contacts it holds; null if only the quota of active chats bounds it
 * @param hoursId its hours of operation; null if it is always open
 * @param agentQueue whether it is the queue of one agent
 */
public record SavedQueue(
        String id,
        String name,
        @Nullable Integer maximum,
        @Nullable String hoursId,
        boolean agentQueue) {}
