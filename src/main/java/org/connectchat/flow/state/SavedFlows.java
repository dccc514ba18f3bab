package org.connectchat.flow.state;

import java.util.Map;

/**
 * What is kept of flows that belongs to no single chat.
 *
 * @param contents the flows and modules that chats run, by the keys that stand for them in the chats
 */
public record SavedFlows(Map<String, SavedContent> contents, SavedRouting routing) {}
