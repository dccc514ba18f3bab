package org.connectchat.flow.routing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.state.SavedRouting;
import org.jspecify.annotations.Nullable;

/** The standing agents and their chats (rules F73 and F102). The configured ones are there from the start. */
public final class StandingAgents {

    /** How many agents there may be. */
    public static final int MAXIMUM = 1_000;

    private final QueueLines lines;
    private final List<StandingAgent> configured;
    private final ReentrantLock lock;

    @GuardedBy("lock")
    private final Desks desks = new Desks();

    private volatile boolean empty = true;

    public StandingAgents(QueueLines lines, List<StandingAgent> configured) {
        this.lines = lines;
        this.lock = lines.lock;
        this.configured = List.copyOf(configured);
        reset();
    }

    /**
     * Adds an agent, or replaces the one of the same key, who keeps its chats. An agent that was set aside gets contacts again
     * if it is AVAILABLE.
     *
     * @return false if there are too many agents
     */
    public boolean put(StandingAgent agent) {
        lock.lock();
        try {
            Desk desk = desks.find(agent.key());
            if (desk != null) {
                desks.change(desk, agent, agent.state() == StandingAgent.State.AVAILABLE);
                return true;
            }
            if (desks.size() >= MAXIMUM) {
                return false;
            }
            desks.add(agent);
            empty = false;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes an agent. An agent that was set aside gets contacts again if the change names the state AVAILABLE.
     *
     * @return the changed agent; null if there is none of this key
     */
    public @Nullable StandingAgent patch(AgentKey key, AgentChange change) {
        lock.lock();
        try {
            Desk desk = desks.find(key);
            if (desk == null) {
                return null;
            }
            StandingAgent changed = change.of(desk.agent());
            desks.change(desk, changed, change.state() == StandingAgent.State.AVAILABLE);
            return changed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes an agent. Its chats go on, and contacts that it was about to get wait for another agent.
     *
     * @return false if there is none of this key
     */
    public boolean remove(AgentKey key) {
        lock.lock();
        try {
            lines.unreserve(key);
            boolean removed = desks.remove(key);
            empty = desks.size() == 0;
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Restores the configured agents, all without chats; those of instances alone are no more. */
    public void reset() {
        lock.lock();
        try {
            desks.keys(key -> true).forEach(this::remove);
            configured.forEach(this::put);
        } finally {
            lock.unlock();
        }
    }

    /** Removes the agents that take contacts of this instance alone. */
    public void reset(String instanceId) {
        lock.lock();
        try {
            desks.keys(key -> instanceId.equals(key.instanceId())).forEach(this::remove);
        } finally {
            lock.unlock();
        }
    }

    /** All agents, without their chats. */
    List<SavedRouting.Agent> save() {
        lock.lock();
        try {
            return desks.save();
        } finally {
            lock.unlock();
        }
    }

    /** The agent that a contact is a chat of; null if it is none. */
    @Nullable
    AgentKey agentOf(String contactId) {
        lock.lock();
        try {
            return desks.agentOf(contactId);
        } finally {
            lock.unlock();
        }
    }

    /** Replaces all agents by others, who have no chats. The lines must be empty. */
    void replace(List<SavedRouting.Agent> agents) {
        lock.lock();
        try {
            desks.restore(agents);
            empty = desks.size() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** The agents of an instance alone, or those of all instances if it is null, with their chats, in their order. */
    public List<AgentStatus> of(@Nullable String instanceId) {
        return statuses(desk -> Objects.equals(desk.agent().instanceId(), instanceId));
    }

    /** The agents that take contacts of an instance, with their chats, in the order in which they were added. */
    public List<AgentStatus> in(String instanceId) {
        return statuses(desk -> isOf(desk, instanceId));
    }

    private List<AgentStatus> statuses(Predicate<Desk> wanted) {
        lock.lock();
        try {
            List<AgentStatus> all = new ArrayList<>();
            for (Desk desk : desks.all()) {
                if (wanted.test(desk)) {
                    all.add(status(desk));
                }
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** An agent with its chats, or null. */
    public @Nullable AgentStatus find(AgentKey key) {
        lock.lock();
        try {
            Desk desk = desks.find(key);
            return desk == null ? null : status(desk);
        } finally {
            lock.unlock();
        }
    }

    private AgentStatus status(Desk desk) {
        return desk.status(lines.reservedFor(desk.agent().key()));
    }

    /** How many agents that serve a queue of an instance are in which state. */
    public AgentCounts counts(String instanceId, Queue queue) {
        return AgentCounts.of(statuses(desk -> serves(desk, instanceId, queue)));
    }

    /** Whether an agent serves a queue of an instance. */
    boolean serves(Desk desk, String instanceId, Queue queue) {
        return desk.agent().serves(queue) && isOf(desk, instanceId);
    }

    private boolean isOf(Desk desk, String instanceId) {
        lock.lock();
        try {
            return desks.isOf(desk, instanceId);
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        return empty;
    }

    /** The agents that take a further chat, the one that is free longest first. The caller holds the lock and may change the list. */
    List<Desk> available() {
        lock.lock();
        try {
            return desks.all().stream()
                    .filter(this::isAvailable)
                    .sorted(Comparator.comparingLong(Desk::turn))
                    .collect(Collectors.toCollection(ArrayList::new));
        } finally {
            lock.unlock();
        }
    }

    boolean isAvailable(Desk desk) {
        return desk.isAvailable(lines.reservedFor(desk.agent().key()).size());
    }

    /** Puts an agent behind the others. The caller holds the lock. */
    void queueUp(Desk desk) {
        lock.lock();
        try {
            desks.queueUp(desk);
        } finally {
            lock.unlock();
        }
    }

    /** Gives an agent no contact until its state is set to AVAILABLE. */
    void setAside(AgentKey key) {
        lock.lock();
        try {
            Desk desk = desks.find(key);
            if (desk != null) {
                desk.setAside(true);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes a contact a chat of an agent; false if the agent is not there. */
    boolean join(AgentKey key, String contactId) {
        lock.lock();
        try {
            Desk desk = desks.find(key);
            if (desk != null) {
                desks.join(desk, contactId);
            }
            return desk != null;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the place of a contact with an agent; false if it is not a chat of this agent. */
    boolean leave(String contactId, AgentKey key) {
        lock.lock();
        try {
            return desks.isChat(contactId, key) && desks.leave(contactId);
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the place of a contact; false if it is not a chat of an agent. */
    boolean leave(String contactId) {
        lock.lock();
        try {
            return desks.leave(contactId);
        } finally {
            lock.unlock();
        }
    }
}
