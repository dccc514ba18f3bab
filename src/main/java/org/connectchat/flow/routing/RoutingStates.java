package org.connectchat.flow.routing;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.connectchat.flow.catalogue.OwnOfInstances;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.state.SavedPlace;
import org.connectchat.flow.state.SavedRouting;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * What routing keeps, as a document of state has it. Each chat has its place in its line and its agent in its own record, so
 * that the record is true by itself; the agents are apart.
 */
public final class RoutingStates {

    private static final long MAX_NUMBER = 1L << 53;

    private final QueueLines lines;
    private final StandingAgents agents;
    private final Reservations reservations;

    RoutingStates(QueueLines lines, StandingAgents agents, Reservations reservations) {
        this.lines = lines;
        this.agents = agents;
        this.reservations = reservations;
    }

    /** What routing knows of a contact: its place in a line, and its agent. */
    public record Known(
            SavedPlace.@Nullable Line line, @Nullable AgentKey agent) {}

    /** What routing knows of a contact. */
    public Known of(String contactId) {
        lines.lock.lock();
        try {
            Waiting waiting = lines.contacts.find(contactId);
            return new Known(waiting == null ? null : save(waiting), agents.agentOf(contactId));
        } finally {
            lines.lock.unlock();
        }
    }

    private static SavedPlace.Line save(Waiting waiting) {
        Reservation reservation = waiting.reservation();
        return new SavedPlace.Line(
                waiting.sequence(),
                reservation == null
                        ? null
                        : new SavedPlace.Reservation(
                                reservation.number(),
                                reservation.agent().id(),
                                reservation.agent().ofInstance(),
                                reservation.offeredUntil()));
    }

    /** The agents, and how long contacts have waited. */
    public SavedRouting save() {
        lines.lock.lock();
        try {
            return new SavedRouting(agents.save(), lines.waits.save());
        } finally {
            lines.lock.unlock();
        }
    }

    /** Checks agents and times that were saved. */
    public static void check(SavedRouting saved, StatePath path) {
        StatePath agents = path.member("agents");
        agents.require(
                saved.agents().size() <= StandingAgents.MAXIMUM,
                "must have at most " + StandingAgents.MAXIMUM + " elements");
        Set<AgentKey> keys = new HashSet<>();
        for (SavedRouting.Agent agent : saved.agents()) {
            StatePath at = agents.index(keys.size());
            String instanceId = agent.instanceId();
            at.member("instanceId")
                    .require(
                            instanceId == null || OwnOfInstances.isId(instanceId),
                            "must have 1 to 100 characters, or be absent");
            at.member("id").require(!agent.id().isEmpty(), "must not be empty");
            at.member("id").require(keys.add(new AgentKey(instanceId, agent.id())), "is that of another agent");
            at.member("capacity").within(0, Integer.MAX_VALUE, agent.capacity());
            at.member("state").word(StandingAgent.State.class, agent.state());
            at.member("turn").within(0, MAX_NUMBER, agent.turn());
        }
        checkWaits(saved.waits(), path.member("waits"));
    }

    private static void checkWaits(List<SavedRouting.Waits> saved, StatePath path) {
        path.require(saved.size() <= WaitTimes.MAX_LINES, "must have at most " + WaitTimes.MAX_LINES + " elements");
        for (int i = 0; i < saved.size(); i++) {
            StatePath times = path.index(i).member("times");
            List<Duration> waits = saved.get(i).times();
            times.require(
                    !waits.isEmpty() && waits.size() <= WaitTimes.LATEST,
                    "must have 1 to " + WaitTimes.LATEST + " elements");
            times.require(waits.stream().noneMatch(Duration::isNegative), "must have no negative time");
        }
    }

    /** Checks the place in a line that was saved. */
    public static void check(SavedPlace.Line line, StatePath path) {
        path.member("sequence").within(0, MAX_NUMBER, line.sequence());
        SavedPlace.Reservation reservation = line.reservation();
        if (reservation != null) {
            path.member("reservation").member("number").within(0, MAX_NUMBER, reservation.number());
        }
    }

    /** Replaces agents and times by those that were checked, and empties all lines. */
    public void install(SavedRouting saved) {
        lines.lock.lock();
        try {
            lines.reset();
            agents.replace(saved.agents());
            lines.waits.restore(saved.waits());
        } finally {
            lines.lock.unlock();
        }
    }

    /**
     * Gives a contact the place in its line that it had. The place of a standing agent that is no more is not reserved.
     *
     * @param kept whether the reservation is for an agent that does not stand here
     * @return what the contact is to get; null if nothing
     */
    public @Nullable Assignment enter(QueuedContact contact, SavedPlace.Line line, boolean kept) {
        lines.lock.lock();
        try {
            Reservation reservation = reservation(contact, line.reservation(), kept);
            Waiting waiting = new Waiting(contact, line.sequence(), reservation);
            lines.contacts.add(waiting);
            lines.entered = Math.max(lines.entered, line.sequence() + 1);
            if (reservation != null) {
                reservations.skip(reservation.number());
            }
            return kept ? null : reservations.assignment(waiting);
        } finally {
            lines.lock.unlock();
        }
    }

    private @Nullable Reservation reservation(
            QueuedContact contact, SavedPlace.@Nullable Reservation saved, boolean kept) {
        if (saved == null) {
            return null;
        }
        AgentKey agent = key(contact.instanceId(), saved.agentId(), saved.ofInstance());
        return kept || agents.find(agent) != null ? new Reservation(saved.number(), agent, saved.offeredUntil()) : null;
    }

    /** Gives a contact back to the agent that its record names; false if that agent is no more. */
    public boolean attend(String contactId, String instanceId, SavedPlace place) {
        String agent = place.agent();
        return agent != null && agents.join(key(instanceId, agent, place.agentOfInstance()), contactId);
    }

    private static AgentKey key(String instanceId, String id, @Nullable Boolean ofInstance) {
        return new AgentKey(Boolean.TRUE.equals(ofInstance) ? instanceId : null, id);
    }

    /** The contacts that are about to get agents who take them without an offer. */
    public List<Assignment> accepted() {
        lines.lock.lock();
        try {
            return lines.contacts.all().stream()
                    .filter(waiting -> !waiting.isOffered())
                    .map(reservations::assignment)
                    .filter(Objects::nonNull)
                    .toList();
        } finally {
            lines.lock.unlock();
        }
    }
}
