package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.connectchat.control.OperationNames;
import org.connectchat.control.ViewedList;
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
final class CallController {

    /** How many calls were meant. */
    @Schema(name = "CallCount", description = "A number of calls.")
    record Count(
            @Schema(description = "How many calls match") long count) {}

    private final Journal journal;
    private final OperationNames operations;

    CallController(Journal journal, OperationNames operations) {
        this.journal = journal;
        this.operations = operations;
    }

    @GetMapping("/_emulator/calls")
    @Operation(
            operationId = "listCalls",
            summary = "List the AWS calls that were made",
            description = "Lists the calls of the AWS operations from the journal, in the order in which they "
                    + "ended. A call must match every filter that is given. Calls of the control API are "
                    + "not in the journal.")
    CallPage list(
            @ParameterObject @Valid CallQuery query,
            @Parameter(description = "At most this many calls") @RequestParam(defaultValue = "100") @Min(1) @Max(1000)
                    int limit) {
        List<JournalEntry> found = journal.find(query.meant(journal, operations), limit + 1);
        List<JournalEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new CallPage(
                new ViewedList<>(shown, JournaledCall::of),
                found.size() > limit ? shown.get(limit - 1).number() : null);
    }

    @GetMapping("/_emulator/calls/count")
    @Operation(
            operationId = "countCalls",
            summary = "Count the AWS calls that were made",
            description = "Counts the calls in the journal that match every filter that is given.")
    Count count(@ParameterObject @Valid CallQuery query) {
        return new Count(journal.count(query.meant(journal, operations)));
    }

    @DeleteMapping("/_emulator/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteCalls",
            summary = "Empty the journal",
            description = "Forgets all calls. The numbers of later calls continue.")
    void clear() {
        journal.clear();
    }
}
