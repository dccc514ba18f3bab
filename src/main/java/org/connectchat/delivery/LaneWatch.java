package org.connectchat.delivery;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A caller that waits, without a thread, for a state of a lane. It is told once. */
public final class LaneWatch {

    private final Predicate<LaneState> wanted;
    private final Consumer<@Nullable LaneState> told;

    LaneWatch(Predicate<LaneState> wanted, Consumer<@Nullable LaneState> told) {
        this.wanted = wanted;
        this.told = told;
    }

    boolean wants(LaneState state) {
        return wanted.test(state);
    }

    /**
     * Tells the caller.
     *
     * @param state null if the state that it waits for cannot come any more
     */
    void tell(@Nullable LaneState state) {
        told.accept(state);
    }
}
