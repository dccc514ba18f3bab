package org.connectchat.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pauses between the attempts for one item: each is about twice as long as the one before, up to a maximum. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final int MAX_DOUBLINGS = 20;

    private final Duration longest;

    Pauses(Duration longest) {
        this.longest = longest;
    }

    /** The pause after an item has failed so many times; it is random, so that lanes do not all try at once. */
    Duration after(int failures) {
        Duration full = FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration most = full.compareTo(longest) < 0 ? full : longest;
        long nanos = most.toNanos();
        return Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
    }
}
