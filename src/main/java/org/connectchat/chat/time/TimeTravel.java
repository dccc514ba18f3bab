package org.connectchat.chat.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Moves the emulator's clock. Whatever was due on the way has happened when a call returns, in order and each at its own
 * moment. Calls wait for each other.
 */
public final class TimeTravel {

    /**
     * The last moment that the clock can be moved to. Whatever a chat gives out lies at most two times 3650 days ahead, so
     * that every time stays within the years of four digits that clients can read.
     */
    public static final Instant MAX_INSTANT = Instant.parse("9979-12-31T23:59:59.999999999Z");

    private final EmulatorClock clock;
    private final Deadlines deadlines;

    TimeTravel(EmulatorClock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    /** Lets the clock stand still at the whole millisecond that it shows, so that it can be compared with timestamps. */
    public EmulatorClock.Reading freeze() {
        return deadlines.withFiringPaused(() -> {
            if (!clock.isFrozen()) {
                clock.freezeAt(clock.instant());
            }
            return clock.read();
        });
    }

    /**
     * Moves the clock ahead. A clock that stands stands there; one that goes is ahead of the system's by so much more.
     *
     * @throws ClockLimitExceeded if the step is negative or ends after {@link #MAX_INSTANT}
     */
    public EmulatorClock.Reading advance(Duration step) {
        return deadlines.withFiringPaused(() -> {
            boolean frozen = clock.isFrozen();
            EmulatorClock.Reading before = clock.read();
            if (step.isNegative() || step.compareTo(Duration.between(before.now(), MAX_INSTANT)) > 0) {
                throw new ClockLimitExceeded("must not pass " + MAX_INSTANT);
            }
            deadlines.stepTo(before.now().plus(step));
            if (!frozen) {
                clock.run(before.offset().plus(step));
            }
            return clock.read();
        });
    }

    /**
     * Moves the clock to a moment, which may be a past one: then nothing fires, and nothing that has happened unhappens.
     *
     * @throws ClockLimitExceeded if the moment is after {@link #MAX_INSTANT}
     */
    public EmulatorClock.Reading set(Instant to) {
        if (to.isAfter(MAX_INSTANT)) {
            throw new ClockLimitExceeded("must not be later than " + MAX_INSTANT);
        }
        return deadlines.withFiringPaused(() -> {
            boolean frozen = clock.isFrozen();
            deadlines.stepTo(to);
            if (!frozen) {
                clock.run();
            }
            return clock.read();
        });
    }

    /** Lets a clock that stands go on from the moment that it shows. */
    public EmulatorClock.Reading resume() {
        return deadlines.withFiringPaused(() -> {
            clock.run();
            return clock.read();
        });
    }

    /** Goes with the system's clock again, as after a start; what becomes due by that fires soon after. */
    public EmulatorClock.Reading reset() {
        return deadlines.withFiringPaused(() -> {
            clock.run(Duration.ZERO);
            return clock.read();
        });
    }
}
