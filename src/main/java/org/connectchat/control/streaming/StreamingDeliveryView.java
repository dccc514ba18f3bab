package org.connectchat.control.streaming;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.delivery.LaneState;
import org.jspecify.annotations.Nullable;

/** What became of the items of all streamings together. */
@Schema(
        name = "StreamingDelivery",
        description =
                "What became of the items of all streamings together, or of those of one instance, since the start or "
                        + "the latest reset.")
record StreamingDeliveryView(
        @Schema(description = "How many items topics have taken", example = "300")
        long delivered,

        @Schema(description = "How many items have not been delivered yet, and are tried again", example = "0")
        int waiting,

        @Schema(description = "How many items were given up", example = "0")
        long failed,

        @Schema(
                description = "Why an attempt failed, the latest that did; absent once nothing waits",
                example = "SNS: its address cannot be reached")
        @Nullable
        String problem,

        @Schema(description = "The latest items that were given up, oldest first: at most 100, or 20 of one instance")
        List<StreamingView.Failure> failures) {

    static StreamingDeliveryView of(LaneState state) {
        return new StreamingDeliveryView(
                state.delivered(),
                state.waiting(),
                state.failed(),
                state.problem(),
                StreamingView.Failure.of(state.latestFailures()));
    }
}
