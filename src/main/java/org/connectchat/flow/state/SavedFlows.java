package org.connectchat.flow.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of flows that belongs to no single chat.
 *
 * @param contents the flows and modules that chats run, by the keys that stand for them in the chats
 * @param flows those that instances have of their own
 * @param modules those that instances have of their own
 * @param queues all that exist; null if they are those of the configuration
 * @param hours all that exist; null if they are those of the configuration
 * @param queuesOfInstances all that each instance has of its own, by its id; null if none has any
 * @param hoursOfInstances all that each instance has of its own, by its id; null if none has any
 */
public record SavedFlows(
        Map<String, SavedContent> contents,
        SavedStore flows,
        SavedStore modules,
        @Nullable List<SavedQueue> queues,
        @Nullable List<SavedHours> hours,
        @Nullable Map<String, List<SavedQueue>> queuesOfInstances,
        @Nullable Map<String, List<SavedHours>> hoursOfInstances,
        SavedRouting routing,
        SavedBots bots) {}
