package org.connectchat.connect;

import org.connectchat.testkit.Emulator;

/** An emulator with a catalogue of instances, queues, an agent and views. */
final class Stocked {

    private static final String[] SETTINGS = {
        "emulator.throttling.enabled=false",
        "emulator.instances[0].id=shop",
        "emulator.instances[0].alias=my-shop",
        "emulator.instances[1].id=bank",
        "emulator.flows.queues[0].id=sales",
        "emulator.flows.queues[0].name=The sales",
        "emulator.flows.queues[0].maximum=7",
        "emulator.flows.queues[0].hours-of-operation=Office hours",
        "emulator.flows.queues[1].id=returns",
        "emulator.flows.hours[0].id=office",
        "emulator.flows.hours[0].name=Office hours",
        "emulator.flows.hours[0].time-zone=Europe/Berlin",
        "emulator.flows.agents[0].id=grace",
        "emulator.views[0].id=form",
        "emulator.views[0].name=A form",
        "emulator.views[0].version=3",
        "emulator.views[0].template={\"Head\":{}}",
        "emulator.views[0].actions=Submit",
        "emulator.views[1].id=list",
        "emulator.views[1].name=List",
        "emulator.views[1].template={}",
    };

    private Stocked() {}

    static Emulator emulator() {
        return Emulator.with(SETTINGS);
    }
}
