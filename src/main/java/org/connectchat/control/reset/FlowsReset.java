package org.connectchat.control.reset;

import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.stub.Stubs;
import org.springframework.stereotype.Component;

/** Restores what flows find around them: no stubs, and the configured queues, hours of operation and scripted bots. */
@Component
final class FlowsReset implements Resettable {

    private final Stubs stubs;
    private final Queues queues;
    private final HoursCatalogue hours;
    private final ScriptedBots bots;

    FlowsReset(Stubs stubs, Queues queues, HoursCatalogue hours, ScriptedBots bots) {
        this.stubs = stubs;
        this.queues = queues;
        this.hours = hours;
        this.bots = bots;
    }

    @Override
    public void reset() {
        stubs.reset();
        queues.reset();
        hours.reset();
        bots.reset();
    }

    @Override
    public void reset(String instanceId) {
        stubs.reset(instanceId);
        queues.restore(instanceId);
        hours.restore(instanceId);
        bots.reset(instanceId);
    }
}
