package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/calls/await}: lets a test wait for a call instead of sleeping. */
@RestController
@Tag(name = "calls")
final class AwaitCalls {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What to wait for. */
    record Wish(
            @Size(max = 256) @Nullable String operation,
            @Size(max = 256) @Nullable String contactId,
            @Size(max = 256) @Nullable String instanceId,

            @Min(100) @Max(599) @Nullable Integer status,

            @Size(max = 256) @Nullable String errorCode,

            @Schema(description = "How many such calls, 1 unless given") @Min(1) @Max(1000) @Nullable
            Integer count,

            @Schema(description = "Only calls with a greater number count; 0 unless given, which is all in the journal")
            @Min(0)
            @Nullable
            Long after,

            @Schema(description = "How long to wait at most on the real clock, PT10S unless given, at most PT5M")
            @Nullable
            Duration timeout) {}

    /** What has come. */
    record Arrived(List<JournaledCall> calls) {}

    private final Journal journal;
    private final OperationNames operations;

    AwaitCalls(Journal journal, OperationNames operations) {
        this.journal = journal;
        this.operations = operations;
    }

    @PostMapping("/_emulator/calls/await")
    @Operation(
            summary = "Wait until such calls have been made",
            description = "Answers them at once if they are in the journal already, and 408 when the time has passed.")
    Arrived await(@RequestBody @Valid Wish wish) {
        operations.checkKnown("operation", wish.operation());
        Duration timeout = Objects.requireNonNullElse(wish.timeout(), Duration.ofSeconds(10));
        if (timeout.compareTo(LONGEST) > 0) {
            throw ControlProblem.badField("timeout", "must be at most PT5M, was " + timeout);
        }
        int count = Objects.requireNonNullElse(wish.count(), 1);
        List<JournalEntry> calls = journal.await(
                new CallFilter(wish.operation(), wish.contactId(), wish.instanceId(), wish.status(), wish.errorCode()),
                Objects.requireNonNullElse(wish.after(), 0L),
                count,
                timeout);
        if (calls.size() < count) {
            throw ControlProblem.of(
                    HttpStatus.REQUEST_TIMEOUT,
                    "Only " + calls.size() + " of " + count + " such calls came within " + timeout
                            + "; GET /_emulator/calls lists all that came");
        }
        return new Arrived(new ViewedList<>(calls, JournaledCall::of));
    }
}
