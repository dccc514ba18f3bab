package org.connectchat.control.reset;

import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.flow.run.AgentArrivals;
import org.springframework.stereotype.Component;

/**
 * Restores the standing agents, and forgets how long contacts have waited. The lines of queues need no reset: a chat leaves its
 * line when it is removed.
 */
@Component
final class RoutingReset implements Resettable {

    private final StandingAgents agents;
    private final QueueLines lines;
    private final AgentArrivals arrivals;

    RoutingReset(StandingAgents agents, QueueLines lines, AgentArrivals arrivals) {
        this.agents = agents;
        this.lines = lines;
        this.arrivals = arrivals;
    }

    /** Assigns agents afterwards: a chat that has started meanwhile may have waited for an agent that is no more. */
    @Override
    public void reset() {
        agents.reset();
        lines.forgetWaits(null);
        arrivals.assign();
    }

    @Override
    public void reset(String instanceId) {
        agents.reset(instanceId);
        lines.forgetWaits(instanceId);
        arrivals.assign();
    }
}
