package org.connectchat.flow.routing;

import java.util.Set;

/**
 * A standing agent with its chats.
 *
 * @param agent the agent
 * @param chats the ids of the contacts that the agent is in
 * @param reserved the ids of the contacts that are offered to the agent, or that it is about to join
 * @param setAside whether the agent failed to take a contact, and gets none until its state is set to AVAILABLE again
 */
public record AgentStatus(StandingAgent agent, Set<String> chats, Set<String> reserved, boolean setAside) {

    public AgentStatus {
        chats = Set.copyOf(chats);
        reserved = Set.copyOf(reserved);
    }

    /** Whether the agent takes a further chat now (rule F73). */
    public boolean isAvailable() {
        return agent.state() == StandingAgent.State.AVAILABLE
                && !setAside
                && chats.size() + reserved.size() < agent.capacity();
    }

    /** Whether the agent is there (rule F73). */
    public boolean isOnline() {
        return agent.state() != StandingAgent.State.OFFLINE;
    }

    /** Whether the agent is there and is AVAILABLE or has chats (rule F73). */
    public boolean isStaffed() {
        return agent.state() == StandingAgent.State.AVAILABLE || (isOnline() && isBusy());
    }

    /** Whether the agent has chats. */
    public boolean isBusy() {
        return !chats.isEmpty();
    }
}
