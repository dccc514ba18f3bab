package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET} and {@code DELETE /_emulator/calls}, {@code GET /_emulator/calls/count}. */
@RestController
@Tag(name = "calls")
final class CallList {

    /** How many calls were meant. */
    record Count(long count) {}

    private final Journal journal;
    private final OperationNames operations;

    CallList(Journal journal, OperationNames operations) {
        this.journal = journal;
        this.operations = operations;
    }

    @GetMapping("/_emulator/calls")
    @Operation(summary = "The calls of AWS operations that were made, the oldest first")
    CallPage list(
            @ParameterObject @Valid CallQuery query, @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<JournalEntry> found = journal.find(query.meant(operations), limit + 1);
        List<JournalEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new CallPage(
                new ViewedList<>(shown, JournaledCall::of),
                found.size() > limit ? shown.get(limit - 1).number() : null);
    }

    @GetMapping("/_emulator/calls/count")
    @Operation(summary = "How many such calls were made")
    Count count(@ParameterObject @Valid CallQuery query) {
        return new Count(journal.count(query.meant(operations)));
    }

    @DeleteMapping("/_emulator/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget all calls; numbers go on")
    void clear() {
        journal.clear();
    }
}
