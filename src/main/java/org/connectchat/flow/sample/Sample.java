package org.connectchat.flow.sample;

import java.util.List;
import java.util.Locale;

/** A contact centre that ships with the emulator; {@code emulator.flows.samples} names it. */
public enum Sample {
    /** Greets the customer and repeats what the customer writes. */
    GREETER(new SampleFlow("greeter", "Sample greeter")),
    /** A list picker, a function, hours, a queue with an agent, and a survey. */
    SUPPORT_DESK(
            new SampleFlow("support-desk", "Sample support desk"),
            new SampleFlow("support-desk-queue", "Sample support desk queue"),
            new SampleFlow("support-desk-survey", "Sample support desk survey"));

    @SuppressWarnings("ImmutableEnumChecker") // the list cannot change, and a SampleFlow is a record
    private final List<SampleFlow> flows;

    Sample(SampleFlow... flows) {
        this.flows = List.of(flows);
    }

    /** Its flows. Chats start with the first one. */
    public List<SampleFlow> flows() {
        return flows;
    }

    /** Whether a text of the settings, in any spelling that Spring Boot binds, is the name of this sample. */
    boolean isNamed(String text) {
        return letters(text).equals(letters(name()));
    }

    /** The resource that has the settings of its bots, queues, hours and agents. */
    String settings() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml";
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
