package org.connectchat.flow.routing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.connectchat.flow.state.SavedRouting;

/** What changes of a standing agent. It is guarded by the lock of its owner. */
final class Desk {

    private StandingAgent agent;
    private long turn;
    private boolean setAside;
    private final Set<String> chats = new LinkedHashSet<>();

    Desk(StandingAgent agent, long turn) {
        this.agent = agent;
        this.turn = turn;
    }

    StandingAgent agent() {
        return agent;
    }

    /** The ids of the contacts that the agent is in. */
    Set<String> chats() {
        return chats;
    }

    /** The lower, the longer the agent is free. */
    long turn() {
        return turn;
    }

    /**
     * Puts the agent behind the others, because it has got or given back a place or became available.
     *
     * @param last a turn that none has had
     */
    void queueUp(long last) {
        turn = last;
    }

    void set(StandingAgent changed) {
        agent = changed;
    }

    void setAside(boolean aside) {
        setAside = aside;
    }

    SavedRouting.Agent save() {
        return new SavedRouting.Agent(
                agent.instanceId(),
                agent.id(),
                agent.displayName(),
                agent.queues().stream().sorted().toList(),
                agent.capacity(),
                agent.state().name(),
                agent.autoAccept(),
                setAside,
                turn);
    }

    AgentStatus status(Collection<String> reserved) {
        return new AgentStatus(agent, chats, Set.copyOf(reserved), setAside);
    }

    /** Whether the agent takes a further chat. */
    boolean isAvailable(int reserved) {
        return takesChats() && chats.size() + reserved < agent.capacity();
    }

    /** Whether the agent would take chats if it had a free place. */
    boolean takesChats() {
        return agent.state() == StandingAgent.State.AVAILABLE && !setAside;
    }
}
