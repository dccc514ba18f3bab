package org.connectchat.chat.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock of chats. It runs with the system clock until a test moves it, and shows whole milliseconds, the precision of
 * AWS's timestamps. Reading it takes no lock.
 *
 * <p>Only {@link TimeTravel} moves it, so that no deadline is skipped.
 */
public final class EmulatorClock extends Clock {

    /** How the clock runs. */
    public enum Mode {
        /** With the system clock. */
        SYSTEM,
        /** It stands still. */
        FROZEN,
        /** As fast as the system clock, at a distance from it. */
        SHIFTED
    }

    /**
     * What the clock shows at one moment, in full precision.
     *
     * @param offset how far it is ahead of the system clock, negative if behind
     */
    public record Reading(Instant now, Mode mode, Duration offset) {}

    /** A moment at which the clock stands still, or a distance from the system clock. */
    private sealed interface Setting {

        record Frozen(Instant at) implements Setting {}

        record Running(Duration offset) implements Setting {}
    }

    private static final Setting WITH_SYSTEM_CLOCK = new Setting.Running(Duration.ZERO);

    /** Shared by the clocks of all zones. */
    private static final class State {

        private volatile Setting setting = WITH_SYSTEM_CLOCK;
    }

    private final Clock system;
    private final ZoneId zone;
    private final State state;

    public EmulatorClock(Clock system) {
        this(system, ZoneOffset.UTC, new State());
    }

    private EmulatorClock(Clock system, ZoneId zone, State state) {
        this.system = system;
        this.zone = zone;
        this.state = state;
    }

    @Override
    public Instant instant() {
        return at(state.setting, system.instant()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant at(Setting setting, Instant real) {
        return setting instanceof Setting.Frozen frozen ? frozen.at() : real.plus(((Setting.Running) setting).offset());
    }

    /** The moment that the clock shows, and how it runs. */
    public Reading read() {
        Setting current = state.setting;
        Instant real = system.instant();
        Instant now = at(current, real);
        Mode mode = current instanceof Setting.Frozen
                ? Mode.FROZEN
                : current.equals(WITH_SYSTEM_CLOCK) ? Mode.SYSTEM : Mode.SHIFTED;
        return new Reading(now, mode, mode == Mode.SYSTEM ? Duration.ZERO : Duration.between(real, now));
    }

    boolean isFrozen() {
        return state.setting instanceof Setting.Frozen;
    }

    /** Freezes the clock at a moment. */
    void freezeAt(Instant at) {
        state.setting = new Setting.Frozen(at);
    }

    /** Runs on from the moment that it shows, as fast as the system clock. */
    void run() {
        if (state.setting instanceof Setting.Frozen frozen) {
            run(Duration.between(system.instant(), frozen.at()));
        }
    }

    /** Runs as fast as the system clock, at this distance ahead of it. */
    void run(Duration offset) {
        state.setting = new Setting.Running(offset);
    }

    /** Shows what was read, and goes on from there. */
    void show(Reading reading) {
        if (reading.mode() == Mode.FROZEN) {
            freezeAt(reading.now());
        } else {
            run(reading.mode() == Mode.SYSTEM ? Duration.ZERO : reading.offset());
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock for readers of another zone. */
    @Override
    public Clock withZone(ZoneId newZone) {
        return new EmulatorClock(system, newZone, state);
    }
}
