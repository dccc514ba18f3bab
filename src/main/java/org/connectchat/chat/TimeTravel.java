package org.connectchat.chat;

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
    public static final Instant LAST = Instant.parse("9979-12-31T23:59:59.999999999Z");

    private final EmulatorClock clock;
    private final Deadlines deadlines;

    TimeTravel(EmulatorClock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    /** Lets the clock stand still at the whole millisecond that it shows, so that it can be compared with timestamps. */
    public EmulatorClock.Reading freeze() {
        return deadlines.whileNothingFires(() -> {
            if (!clock.stands()) {
                clock.stand(Timeline.now(clock));
            }
            return clock.read();
        });
    }

    /**
     * Moves the clock ahead. A clock that stands stands there; one that goes is ahead of the system's by so much more.
     *
     * @throws ClockLimitExceeded if the step is negative or ends after {@link #LAST}
     */
    public EmulatorClock.Reading advance(Duration step) {
        return deadlines.whileNothingFires(() -> {
            boolean stood = clock.stands();
            EmulatorClock.Reading before = clock.read();
            if (step.isNegative() || step.compareTo(Duration.between(before.now(), LAST)) > 0) {
                throw new ClockLimitExceeded("must not pass " + LAST);
            }
            deadlines.stepTo(before.now().plus(step), clock);
            if (!stood) {
                clock.go(before.offset().plus(step));
            }
            return clock.read();
        });
    }

    /**
     * Moves the clock to a moment, which may be a past one: then nothing fires, and nothing that has happened unhappens.
     *
     * @throws ClockLimitExceeded if the moment is after {@link #LAST}
     */
    public EmulatorClock.Reading set(Instant to) {
        if (to.isAfter(LAST)) {
            throw new ClockLimitExceeded("must not be later than " + LAST);
        }
        return deadlines.whileNothingFires(() -> {
            boolean stood = clock.stands();
            deadlines.stepTo(to, clock);
            if (!stood) {
                clock.go();
            }
            return clock.read();
        });
    }

    /** Lets a clock that stands go on from the moment that it shows. */
    public EmulatorClock.Reading resume() {
        return deadlines.whileNothingFires(() -> {
            clock.go();
            return clock.read();
        });
    }

    /** Goes with the system's clock again, as after a start; what becomes due by that fires soon after. */
    public EmulatorClock.Reading reset() {
        return deadlines.whileNothingFires(() -> {
            clock.go(Duration.ZERO);
            return clock.read();
        });
    }
}
