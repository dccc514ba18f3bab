package org.connectchat.control.reset;

import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.flow.stub.Stubs;
import org.springframework.stereotype.Component;

/**
 * Restores what flows find around them: no stubs, and the configured queues, hours of operation, standing agents and
 * scripted bots. The lines of queues need no reset: a chat leaves its line when it is removed.
 */
@Component
final class FlowsReset implements Resettable {

    private final Stubs stubs;
    private final Queues queues;
    private final HoursCatalogue hours;
    private final StandingAgents agents;
    private final ScriptedBots bots;

    FlowsReset(Stubs stubs, Queues queues, HoursCatalogue hours, StandingAgents agents, ScriptedBots bots) {
        this.stubs = stubs;
        this.queues = queues;
        this.hours = hours;
        this.agents = agents;
        this.bots = bots;
    }

    @Override
    public void reset() {
        stubs.reset();
        queues.reset();
        hours.reset();
        agents.reset();
        bots.reset();
    }

    @Override
    public void reset(String instanceId) {
        stubs.reset(instanceId);
    }
}
