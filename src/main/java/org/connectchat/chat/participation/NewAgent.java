package org.connectchat.chat.participation;

/**
 * An agent who joins a chat.
 *
 * @param agentId the agent's own id, the same in every chat
 * @param connect whether the agent connects at once; otherwise the agent is announced as invited (rule A13) and
 *     connects
 *     with its token
 */
public record NewAgent(String displayName, String agentId, boolean connect) {}
