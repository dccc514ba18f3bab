package org.connectchat.flow.routing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The standing agents with their chats and turns. It is guarded by the lock of its owner. */
final class Desks {

    private final Map<String, Desk> byAgent = new LinkedHashMap<>();

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

    List<String> agentIds() {
        return List.copyOf(byAgent.keySet());
    }

    @Nullable
    Desk find(String agentId) {
        return byAgent.get(agentId);
    }

    void add(StandingAgent agent) {
        byAgent.put(agent.id(), new Desk(agent, turns++));
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

    boolean remove(String agentId) {
        Desk desk = byAgent.remove(agentId);
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
