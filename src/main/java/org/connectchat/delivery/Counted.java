package org.connectchat.delivery;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What becomes of some items. Callers wait for it without a thread. */
public interface Counted {

    /** What has become of the items by now. */
    LaneState state();

    /**
     * Tells a caller once, on another thread, when the state is one that the caller wants, or at once if it is; with null
     * when no other state follows.
     */
    LaneWatch watch(Predicate<LaneState> wanted, Consumer<@Nullable LaneState> told);

    /** The caller waits no longer. */
    void dismiss(LaneWatch watch);
}
