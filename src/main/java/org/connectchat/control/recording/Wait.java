package org.connectchat.control.recording;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a request waits for.
 *
 * @param after admits only records with a greater number
 * @param count how many records end the wait
 * @param timeout on the real clock
 */
public record Wait<T>(Predicate<T> filter, long after, int count, Duration timeout) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

    /**
     * A wait with its defaults.
     *
     * @throws ControlProblem if the timeout is longer than allowed
     */
    public static <T> Wait<T> of(
            Predicate<T> filter, @Nullable Long after, @Nullable Integer count, @Nullable Duration timeout) {
        Duration longest = Objects.requireNonNullElse(timeout, Duration.ofSeconds(10));
        if (longest.compareTo(MAX_TIMEOUT) > 0) {
            throw ControlProblem.badField("timeout", "must be at most PT5M, was " + longest);
        }
        return new Wait<>(filter, Objects.requireNonNullElse(after, 0L), Objects.requireNonNullElse(count, 1), longest);
    }
}
