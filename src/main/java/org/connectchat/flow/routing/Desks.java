package org.connectchat.flow.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.connectchat.flow.state.SavedRouting;
import org.jspecify.annotations.Nullable;

/** The standing agents with their chats and turns. It is guarded by the lock of its owner. */
final class Desks {

    private final Map<AgentKey, Desk> byAgent = new LinkedHashMap<>();

    /** Whose chat a contact is. */
    private final Map<String, Desk> byContact = new HashMap<>();

    private long turns;

    int size() {
        return byAgent.size();
    }

    /** All, in the order in which the agents were added. */
    Collection<Desk> all() {
        return byAgent.values();
    }

    /** Those of these agents, in the order in which they were added. */
    List<AgentKey> keys(Predicate<AgentKey> wanted) {
        return byAgent.keySet().stream().filter(wanted).toList();
    }

    @Nullable
    Desk find(AgentKey agent) {
        return byAgent.get(agent);
    }

    /** Whether an agent takes contacts of an instance. An agent of the instance stands in for one of the same id of all. */
    boolean isOf(Desk desk, String instanceId) {
        String own = desk.agent().instanceId();
        return own == null
                ? !byAgent.containsKey(new AgentKey(instanceId, desk.agent().id()))
                : own.equals(instanceId);
    }

    void add(StandingAgent agent) {
        byAgent.put(agent.key(), new Desk(agent, turns++));
    }

    /** Adds an agent that was saved. */
    private void restore(SavedRouting.Agent saved) {
        Desk desk = new Desk(
                new StandingAgent(
                        saved.instanceId(),
                        saved.id(),
                        saved.displayName(),
                        Set.copyOf(saved.queues()),
                        saved.capacity(),
                        StandingAgent.State.valueOf(saved.state()),
                        saved.autoAccept()),
                saved.turn());
        desk.setAside(saved.setAside());
        byAgent.put(desk.agent().key(), desk);
        turns = Math.max(turns, saved.turn() + 1);
    }

    List<SavedRouting.Agent> save() {
        return byAgent.values().stream().map(Desk::save).toList();
    }

    /** Replaces all agents by those that were saved, who have no chats. */
    void restore(List<SavedRouting.Agent> saved) {
        keys(agent -> true).forEach(this::remove);
        saved.forEach(this::restore);
    }

    /** Replaces an agent, who keeps its chats. It keeps its turn, unless it becomes available by the change. */
    void change(Desk desk, StandingAgent changed, boolean noLongerAside) {
        boolean before = desk.takesChats();
        desk.set(changed);
        if (noLongerAside) {
            desk.setAside(false);
        }
        if (!before && desk.takesChats()) {
            queueUp(desk);
        }
    }

    boolean remove(AgentKey agent) {
        Desk desk = byAgent.remove(agent);
        if (desk != null) {
            desk.chats().forEach(byContact::remove);
        }
        return desk != null;
    }

    void queueUp(Desk desk) {
        desk.queueUp(turns++);
    }

    /** Makes a contact a chat of an agent, and of no other. */
    void join(Desk desk, String contactId) {
        leave(contactId);
        desk.chats().add(contactId);
        byContact.put(contactId, desk);
    }

    /** The agent that a contact is a chat of; null if it is none. */
    @Nullable
    AgentKey agentOf(String contactId) {
        Desk desk = byContact.get(contactId);
        return desk == null ? null : desk.agent().key();
    }

    boolean isChat(String contactId, AgentKey agent) {
        return agent.equals(agentOf(contactId));
    }

    /** Gives back the place of a contact; false if it is not a chat of an agent. */
    boolean leave(String contactId) {
        Desk desk = byContact.remove(contactId);
        if (desk != null) {
            desk.chats().remove(contactId);
            queueUp(desk);
        }
        return desk != null;
    }
}
