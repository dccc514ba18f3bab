package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;

/** The calls to wait for. */
@Schema(
        name = "AwaitCallsRequest",
        description = "The calls to wait for. A call must match every member that is given.",
        example = "{\"operation\": \"StartChatContact\", \"count\": 1, \"timeout\": \"PT5S\"}")
record AwaitRequest(
        @Schema(description = "Calls of this operation, by its AWS name such as StartChatContact")
        @Size(max = 256)
        @Nullable
        String operation,

        @Schema(
                description = "Calls about the session that this contact belongs to; any contact id of the session "
                        + "finds it")
        @Size(max = 256)
        @Nullable
        String contactId,

        @Schema(description = "Calls about the session that began with this contact") @Size(max = 256) @Nullable
        String initialContactId,

        @Schema(description = "Calls of this instance, by its id") @Size(max = 256) @Nullable
        String instanceId,

        @Schema(description = "Calls whose response had this HTTP status") @Min(100) @Max(599) @Nullable
        Integer status,

        @Schema(description = "Calls that failed with this error, such as TooManyRequestsException")
        @Size(max = 256)
        @Nullable
        String errorCode,

        @Schema(description = "Number of calls to wait for; 1 if absent", example = "1") @Min(1) @Max(1000) @Nullable
        Integer count,

        @Schema(
                description = "Calls with a greater number than this one; 0 if absent, which admits every call in "
                        + "the journal")
        @Min(0)
        @Nullable
        Long after,

        @Schema(
                description = "Maximum time to wait, on the system clock; PT10S if absent, at most PT5M",
                example = "PT10S")
        @Nullable
        Duration timeout) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

    CallFilter filter(Journal journal) {
        return CallFilter.of(journal::sessionId, operation, contactId, initialContactId, instanceId, status, errorCode);
    }

    int wanted() {
        return Objects.requireNonNullElse(count, 1);
    }

    /** The number that the calls must exceed. */
    long first() {
        return Objects.requireNonNullElse(after, 0L);
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
