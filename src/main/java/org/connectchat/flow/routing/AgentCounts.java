package org.connectchat.flow.routing;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many agents of a queue are in which state (rule F73).
 *
 * @param online not OFFLINE
 * @param available AVAILABLE with a free place
 * @param staffed AVAILABLE, or BUSY with chats
 * @param busy with chats
 * @param missed set aside because a contact was not taken
 * @param nonProductive BUSY
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/check-staffing.html">Check staffing</a>
 */
public record AgentCounts(int online, int available, int staffed, int busy, int missed, int nonProductive) {

    static AgentCounts of(List<AgentStatus> agents) {
        return new AgentCounts(
                count(agents, AgentStatus::isOnline),
                count(agents, AgentStatus::isAvailable),
                count(agents, AgentStatus::isStaffed),
                count(agents, AgentStatus::isBusy),
                count(agents, AgentStatus::setAside),
                count(agents, status -> status.agent().state() == StandingAgent.State.BUSY));
    }

    private static int count(List<AgentStatus> agents, Predicate<AgentStatus> state) {
        return (int) agents.stream().filter(state).count();
    }
}
