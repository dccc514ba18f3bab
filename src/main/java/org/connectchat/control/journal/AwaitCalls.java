package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.OperationNames;
import org.connectchat.control.ViewedList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** {@code POST /_emulator/calls/await}: lets a test wait for a call instead of sleeping. */
@RestController
@Tag(name = "calls")
final class AwaitCalls {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What to wait for. */
    @Schema(
            name = "AwaitCallsRequest",
            description = "The calls to wait for. A call must match every member that is given.",
            example = "{\"operation\": \"StartChatContact\", \"count\": 1, \"timeout\": \"PT5S\"}")
    record Wish(
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

            @Schema(description = "Calls that were answered with this HTTP status") @Min(100) @Max(599) @Nullable
            Integer status,

            @Schema(description = "Calls that failed with this error, such as TooManyRequestsException")
            @Size(max = 256)
            @Nullable
            String errorCode,

            @Schema(description = "How many such calls to wait for; 1 if absent", example = "1")
            @Min(1)
            @Max(1000)
            @Nullable
            Integer count,

            @Schema(
                    description = "Calls with a greater number than this one; 0 if absent, which admits every call in "
                            + "the journal")
            @Min(0)
            @Nullable
            Long after,

            @Schema(
                    description = "How long to wait at most, on the system clock; PT10S if absent, at most PT5M",
                    example = "PT10S")
            @Nullable
            Duration timeout) {}

    /** What has come. */
    @Schema(name = "AwaitedCalls", description = "The calls that were waited for.")
    record Arrived(
            @Schema(description = "The calls, oldest first") List<JournaledCall> calls) {

        /** Reads each call when the response is written, not on the thread whose call came last. */
        static Arrived of(List<JournalEntry> entries) {
            return new Arrived(new ViewedList<>(entries, JournaledCall::of));
        }
    }

    private final Awaits awaits;
    private final Journal journal;
    private final OperationNames operations;

    AwaitCalls(Awaits awaits, Journal journal, OperationNames operations) {
        this.awaits = awaits;
        this.journal = journal;
        this.operations = operations;
    }

    @PostMapping("/_emulator/calls/await")
    @Operation(
            operationId = "awaitCalls",
            summary = "Wait for AWS calls",
            description = "Responds as soon as enough matching calls are in the journal, at once if they are "
                    + "there already, and with 408 when the timeout passes first.")
    DeferredResult<Arrived> await(@RequestBody @Valid Wish wish, HttpServletRequest request) {
        operations.checkKnown("operation", wish.operation());
        Duration timeout = Objects.requireNonNullElse(wish.timeout(), Duration.ofSeconds(10));
        if (timeout.compareTo(LONGEST) > 0) {
            throw ControlProblem.badField("timeout", "must be at most PT5M, was " + timeout);
        }
        return awaits.begin(
                CallFilter.of(
                        journal,
                        wish.operation(),
                        wish.contactId(),
                        wish.initialContactId(),
                        wish.instanceId(),
                        wish.status(),
                        wish.errorCode()),
                Objects.requireNonNullElse(wish.after(), 0L),
                Objects.requireNonNullElse(wish.count(), 1),
                timeout,
                request);
    }
}
