package org.connectchat.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** The dice of one seed. */
record Chance(SplittableRandom random) {

    static Chance of(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
