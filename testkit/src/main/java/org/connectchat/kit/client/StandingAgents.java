package org.connectchat.kit.client;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Agents that take contacts from queues by themselves. */
public final class StandingAgents {

    private final Transport transport;

    StandingAgents(Transport transport) {
        this.transport = transport;
    }

    private static String path(String agentId) {
        return Transport.path("/standing-agents/{}", agentId);
    }

    /** The agents, in the order in which they were added. */
    public List<StandingAgent> list() {
        return transport.get(Found.class, "/standing-agents").agents();
    }

    /** One agent with its chats. */
    public StandingAgent get(String agentId) {
        return transport.get(StandingAgent.class, path(agentId));
    }

    /** Adds an agent, or replaces it. */
    public StandingAgent put(String agentId, Attributes attributes) {
        return transport.put(StandingAgent.class, path(agentId), attributes);
    }

    /** Changes what is set. */
    public StandingAgent change(String agentId, Attributes attributes) {
        return transport.patch(StandingAgent.class, path(agentId), attributes);
    }

    /** Removes an agent; its chats go on with it. */
    public void remove(String agentId) {
        transport.delete(path(agentId));
    }

    /** The contacts that are offered to an agent, the oldest first. */
    public List<Offer> offers(String agentId) {
        return transport.get(Offers.class, path(agentId) + "/offers").offers();
    }

    /** Accepts a contact that is offered to the agent. */
    public StandingAgent accept(String agentId, String contactId) {
        return transport.post(StandingAgent.class, path(agentId) + Transport.path("/offers/{}/accept", contactId));
    }

    /** Rejects a contact that is offered to the agent. */
    public StandingAgent reject(String agentId, String contactId) {
        return transport.post(StandingAgent.class, path(agentId) + Transport.path("/offers/{}/reject", contactId));
    }

    /** Whether an agent takes chats. */
    public enum Availability {
        AVAILABLE,
        BUSY,
        OFFLINE
    }

    /** What is set of an agent. */
    public static final class Attributes extends Members<Attributes> {

        /** Nothing is set. */
        public Attributes() {}

        /** The name that customers see. */
        public Attributes displayName(String displayName) {
            return with("displayName", displayName);
        }

        /** The queues that the agent serves, by id, ARN or name. */
        public Attributes queues(String... queues) {
            return with("queues", List.of(queues));
        }

        /** How many chats the agent takes at once. */
        public Attributes capacity(int capacity) {
            return with("capacity", capacity);
        }

        /** Whether the agent takes chats. */
        public Attributes state(Availability state) {
            return with("state", state);
        }

        /** Whether the agent joins at once; with {@code false} contacts are offered. */
        public Attributes autoAccept(boolean autoAccept) {
            return with("autoAccept", autoAccept);
        }
    }

    /** A standing agent with its chats, by the ids of their first contacts. */
    public record StandingAgent(
            String agentId,
            @Nullable String instanceId,
            String displayName,
            Set<String> queues,
            int capacity,
            Availability state,
            boolean autoAccept,
            boolean available,
            boolean setAside,
            Set<String> chats,
            Set<String> reserved) {}

    /** A contact that is offered. */
    public record Offer(String contactId, String instanceId, String queueId, Instant until) {}

    record Found(List<StandingAgent> agents) {}

    record Offers(List<Offer> offers) {}
}
