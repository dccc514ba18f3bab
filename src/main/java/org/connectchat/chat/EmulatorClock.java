package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock by which chats live. It goes with the system's until a test moves it. Reading takes no lock.
 *
 * <p>Only {@link TimeTravel} moves it, so that no deadline is stepped over.
 */
public final class EmulatorClock extends Clock {

    /** How the clock goes. */
    public enum Mode {
        /** With the system's. */
        SYSTEM,
        /** Not at all. */
        FROZEN,
        /** As fast as the system's, but some way beside it. */
        SHIFTED
    }

    /**
     * What the clock shows at one moment.
     *
     * @param offset how far it is ahead of the system's, negative if behind
     */
    public record Reading(Instant now, Mode mode, Duration offset) {}

    /** A point in time that stands still, or a distance from the system's clock. */
    private sealed interface Course {

        record Standing(Instant at) implements Course {}

        record Going(Duration offset) implements Course {}
    }

    private static final Course WITH_THE_SYSTEM = new Course.Going(Duration.ZERO);

    /** Shared by the clocks of all zones. */
    private static final class Hands {

        private volatile Course course = WITH_THE_SYSTEM;
    }

    private final Clock system;
    private final ZoneId zone;
    private final Hands hands;

    public EmulatorClock(Clock system) {
        this(system, ZoneOffset.UTC, new Hands());
    }

    private EmulatorClock(Clock system, ZoneId zone, Hands hands) {
        this.system = system;
        this.zone = zone;
        this.hands = hands;
    }

    @Override
    public Instant instant() {
        return at(hands.course, system.instant());
    }

    private static Instant at(Course course, Instant real) {
        return course instanceof Course.Standing standing ? standing.at() : real.plus(((Course.Going) course).offset());
    }

    /** What it shows, and how it goes. */
    public Reading read() {
        Course current = hands.course;
        Instant real = system.instant();
        Instant now = at(current, real);
        Mode mode = current instanceof Course.Standing
                ? Mode.FROZEN
                : current.equals(WITH_THE_SYSTEM) ? Mode.SYSTEM : Mode.SHIFTED;
        return new Reading(now, mode, mode == Mode.SYSTEM ? Duration.ZERO : Duration.between(real, now));
    }

    boolean stands() {
        return hands.course instanceof Course.Standing;
    }

    /** Stands still at a moment. */
    void stand(Instant at) {
        hands.course = new Course.Standing(at);
    }

    /** Goes on from what it shows, as fast as the system's clock. */
    void go() {
        if (hands.course instanceof Course.Standing standing) {
            go(Duration.between(system.instant(), standing.at()));
        }
    }

    /** Goes as fast as the system's clock, ahead of it by so much. */
    void go(Duration offset) {
        hands.course = new Course.Going(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock for readers of another zone. */
    @Override
    public Clock withZone(ZoneId newZone) {
        return new EmulatorClock(system, newZone, hands);
    }
}
