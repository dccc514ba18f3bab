package org.connectchat.kit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clock by which chats end and flows wait. */
public final class Clock {

    private final Transport transport;

    Clock(Transport transport) {
        this.transport = transport;
    }

    /** What it shows. */
    public Reading read() {
        return transport.get(Reading.class, "/clock");
    }

    /** Moves it ahead; deadlines on the way take effect before this returns. */
    public Reading advance(Duration by) {
        return transport.post(Reading.class, "/clock/advance", Map.of("by", by));
    }

    /** Sets it; deadlines on the way to a later moment take effect before this returns. */
    public Reading set(Instant to) {
        return transport.post(Reading.class, "/clock/set", Map.of("to", to));
    }

    /** Stops it. */
    public Reading freeze() {
        return transport.post(Reading.class, "/clock/freeze");
    }

    /** Lets it run again from what it shows. */
    public Reading resume() {
        return transport.post(Reading.class, "/clock/resume");
    }

    /** How it relates to the clock of the system. */
    public enum Mode {
        SYSTEM,
        FROZEN,
        SHIFTED
    }

    /** What it shows, how far that is ahead of the clock of the system, and the instance whose own clock it is. */
    public record Reading(
            Instant now,
            Mode mode,
            Duration offset,
            @Nullable String instanceId) {}
}
