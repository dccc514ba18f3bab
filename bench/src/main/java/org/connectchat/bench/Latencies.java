package org.connectchat.bench;

import java.util.Arrays;

/** Response times in nanoseconds, in order. */
record Latencies(long[] sorted) {

    static Latencies of(long[] unsorted) {
        long[] sorted = unsorted.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The time within which so large a part of the requests got their response, in milliseconds. */
    double millis(double part) {
        int index = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
