package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.delivery.LaneState;
import org.jspecify.annotations.Nullable;

/** What has become of the events that are sent to EventBridge. */
@Schema(
        name = "ContactEventDelivery",
        description = "What has become of the contact events that are sent to EventBridge, since the start or the "
                + "latest reset.")
record EventDeliveryView(
        @Schema(
                description = "Whether events are sent: emulator.eventbridge.endpoint or "
                        + "AWS_ENDPOINT_URL_EVENTBRIDGE names a server",
                example = "true")
        boolean enabled,

        @Schema(description = "How many events the server has taken", example = "6")
        long delivered,

        @Schema(description = "How many events wait for an attempt", example = "0")
        int waiting,

        @Schema(description = "How many events were given up", example = "0")
        long failed,

        @Schema(description = "Why an attempt failed, the latest that did; absent once nothing waits") @Nullable
        String problem,

        @Schema(description = "The latest events that were given up, oldest first: at most 100, or 20 of one instance")
        List<Failure> latestFailures) {

    /** An event that was given up. */
    @Schema(name = "FailedContactEvent", description = "An event that was given up.")
    record Failure(
            @Schema(description = "The type of the event, and its contact")
            String event,

            @Schema(description = "Why it was given up") String reason) {}

    static EventDeliveryView of(boolean isOn, LaneState state) {
        return new EventDeliveryView(
                isOn,
                state.delivered(),
                state.waiting(),
                state.failed(),
                state.problem(),
                state.latestFailures().stream()
                        .map(failed -> new Failure(failed.name(), failed.reason()))
                        .toList());
    }
}
