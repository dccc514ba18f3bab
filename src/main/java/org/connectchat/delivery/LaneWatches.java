package org.connectchat.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The callers that wait for a state of one lane. The lock of the lane guards it, so callers are told on another thread. */
final class LaneWatches {

    private final DeliveryThreads threads;
    private final List<LaneWatch> watches = new ArrayList<>();

    LaneWatches(DeliveryThreads threads) {
        this.threads = threads;
    }

    void add(LaneWatch watch) {
        watches.add(watch);
    }

    void remove(LaneWatch watch) {
        watches.remove(watch);
    }

    /** The lane is in another state. */
    void changed(Supplier<LaneState> state) {
        if (watches.isEmpty()) {
            return;
        }
        LaneState now = state.get();
        watches.removeIf(watch -> {
            boolean wants = watch.wants(now);
            if (wants) {
                threads.tell(() -> watch.tell(now));
            }
            return wants;
        });
    }

    /** The lane will be in no other state. */
    void over() {
        watches.forEach(watch -> threads.tell(() -> watch.tell(null)));
        watches.clear();
    }
}
