package org.connectchat.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the items of a lane.
 *
 * @param delivered how many items the recipient has taken
 * @param waiting how many items have not been delivered yet
 * @param failed how many items were given up
 * @param problem why the latest attempt failed; null if it succeeded, or there was none
 * @param latestFailures the latest items that were given up, oldest first
 */
public record LaneState(
        long delivered, int waiting, long failed, @Nullable String problem, List<FailedItem> latestFailures) {

    /** Of no item. */
    static final LaneState NONE = new LaneState(0, 0, 0, null, List.of());

    /** An item that was given up. */
    public record FailedItem(String name, String reason) {}
}
