package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceId;
import org.connectchat.control.recording.Wait;
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

        @Schema(description = "Calls of this instance, by its id") @Size(max = 256) @InstanceId @Nullable
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

    /**
     * The wait for these calls.
     *
     * @throws ControlProblem if the timeout is longer than allowed
     */
    Wait<JournalEntry> toWait(Journal journal) {
        CallFilter filter = CallFilter.of(
                journal::sessionId, operation, contactId, initialContactId, instanceId, status, errorCode);
        return Wait.of(filter::matches, after, count, timeout);
    }
}
