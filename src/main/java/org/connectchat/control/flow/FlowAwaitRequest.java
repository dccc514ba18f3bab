package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.connectchat.control.ControlProblem;
import org.connectchat.flow.log.FlowLogEntry;
import org.jspecify.annotations.Nullable;

/** The action to wait for. */
@Schema(
        name = "AwaitFlowActionRequest",
        description = "The action to wait for. It must match every member that is given. At least one of "
                + "identifier, type and outcome must be given.",
        example = "{\"identifier\": \"greet\", \"outcome\": \"Success\", \"timeout\": \"PT5S\"}")
record FlowAwaitRequest(
        @Schema(description = "An action of this Identifier") @Size(min = 1, max = 50) @Nullable
        String identifier,

        @Schema(description = "An action of this Type, such as MessageParticipant") @Size(min = 1, max = 100) @Nullable
        String type,

        @Schema(description = "An action with this result or error type, such as Success or NoMatchingError")
        @Size(min = 1, max = 1000)
        @Nullable
        String outcome,

        @Schema(
                description = "An entry with a greater number than this one; 0 if absent, so that entries which the "
                        + "log already has count too")
        @Min(0)
        @Nullable
        Long after,

        @Schema(
                description = "Maximum time to wait, on the system clock; PT10S if absent, at most PT5M",
                example = "PT10S")
        @Nullable
        Duration timeout) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

    /**
     * Whether an entry ends the wait.
     *
     * @throws ControlProblem if the request matches every action
     */
    Predicate<FlowLogEntry> filter() {
        if (identifier == null && type == null && outcome == null) {
            throw ControlProblem.badField("", "must have at least one of identifier, type and outcome");
        }
        return new FlowLogQuery(identifier, type, outcome, null, after).filter();
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
