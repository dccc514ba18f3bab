package org.connectchat.control.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.connectchat.control.ControlProblem;
import org.connectchat.delivery.LaneState;
import org.jspecify.annotations.Nullable;

/** The counts to wait for. */
@Schema(
        name = "AwaitDeliveryRequest",
        description = "The counts to wait for. All members that are given must hold, and at least one of delivered, "
                + "failed and settled is.",
        example = "{\"settled\": true, \"timeout\": \"PT5S\"}")
public record DeliveryAwaitRequest(
        @Schema(description = "At least so many items are delivered", example = "1") @Min(0) @Nullable
        Long delivered,

        @Schema(description = "At least so many items were given up") @Min(0) @Nullable
        Long failed,

        @Schema(description = "true: no item waits") @Nullable
        Boolean settled,

        @Schema(
                description = "Maximum time to wait, on the system clock; PT10S if absent, at most PT5M",
                example = "PT10S")
        @Nullable
        Duration timeout) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

    /**
     * The states that end the wait.
     *
     * @throws ControlProblem if the request admits every state
     */
    Predicate<LaneState> wanted() {
        boolean isSettled = Boolean.TRUE.equals(settled);
        if (delivered == null && failed == null && !isSettled) {
            throw ControlProblem.badField("", "must have at least one of delivered, failed and settled");
        }
        long leastDelivered = Objects.requireNonNullElse(delivered, 0L);
        long leastFailed = Objects.requireNonNullElse(failed, 0L);
        return state -> state.delivered() >= leastDelivered
                && state.failed() >= leastFailed
                && (!isSettled || state.waiting() == 0);
    }

    /**
     * How long the caller waits at most.
     *
     * @throws ControlProblem if that is longer than allowed
     */
    Duration longest() {
        Duration longest = Objects.requireNonNullElse(timeout, Duration.ofSeconds(10));
        if (longest.compareTo(MAX_TIMEOUT) > 0) {
            throw ControlProblem.badField("timeout", "must be at most PT5M, was " + longest);
        }
        return longest;
    }
}
