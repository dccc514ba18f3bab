package org.connectchat.chat.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Moves the emulator's clock. When a call returns, all deadlines on the way have fired, in order and each at its own
 * moment. Calls wait for each other.
 */
public final class TimeTravel {

    /**
     * The last moment that the clock can be moved to. Timestamps of a chat lie at most twice 3650 days ahead of it, so
     * all years have the four digits that clients can read.
     */
    public static final Instant MAX_INSTANT = Instant.parse("9979-12-31T23:59:59.999999999Z");

    private final EmulatorClock clock;
    private final Deadlines deadlines;

    TimeTravel(EmulatorClock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    /** Freezes the clock at the whole millisecond that it shows, so that it can be compared with timestamps. */
    public EmulatorClock.Reading freeze() {
        return deadlines.withFiringPaused(() -> {
            if (!clock.isFrozen()) {
                clock.freezeAt(clock.instant());
            }
            return clock.read();
        });
    }

    /**
     * Moves the clock ahead. A frozen clock stays frozen; a running clock runs on from there.
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
     * Moves the clock to a moment. A past moment fires no deadline, and undoes nothing.
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

    /** Lets a frozen clock run on from the moment that it shows. */
    public EmulatorClock.Reading resume() {
        return deadlines.withFiringPaused(() -> {
            clock.run();
            return clock.read();
        });
    }

    /** Runs with the system clock again, as after a start; deadlines that are due then fire soon after. */
    public EmulatorClock.Reading reset() {
        return deadlines.withFiringPaused(() -> {
            clock.run(Duration.ZERO);
            return clock.read();
        });
    }
}
