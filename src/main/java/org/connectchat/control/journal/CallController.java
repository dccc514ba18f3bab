package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.OperationNames;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.recording.Wait;
import org.connectchat.control.recording.Waits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The journal of the AWS calls: a test lists, counts, awaits and deletes them. */
@RestController
@RequestMapping(ResourcePaths.CALLS)
@Tag(name = "calls")
final class CallController {

    private final Journal journal;
    private final Waits waits;
    private final OperationNames operations;

    CallController(Journal journal, Waits waits, OperationNames operations) {
        this.journal = journal;
        this.waits = waits;
        this.operations = operations;
    }

    @GetMapping
    @Operation(
            operationId = "listCalls",
            summary = "List the AWS calls that were made",
            description = "Lists the calls of the AWS operations from the journal, in the order in which they "
                    + "ended. A call must match every filter that is given. Calls of the control API are "
                    + "not in the journal.")
    CallPage list(
            @Valid CallQuery query,
            @Parameter(description = "At most this many calls") @RequestParam(defaultValue = "100") @Min(1) @Max(1000)
                    int limit) {
        List<JournalEntry> found = journal.calls().find(query.filter(journal, operations), limit + 1);
        return CallPage.of(found, limit);
    }

    @GetMapping("/count")
    @Operation(
            operationId = "countCalls",
            summary = "Count the AWS calls that were made",
            description = "Counts the calls in the journal that match every filter that is given.")
    CallCount count(@Valid CallQuery query) {
        return new CallCount(journal.calls().count(query.filter(journal, operations)));
    }

    @PostMapping("/await")
    @Operation(
            operationId = "awaitCalls",
            summary = "Wait for AWS calls",
            description = "Responds as soon as enough matching calls are in the journal, at once if they are "
                    + "there already, and with 408 when the timeout passes first.")
    DeferredResult<AwaitedCalls> await(@RequestBody @Valid AwaitRequest request, HttpServletRequest exchange) {
        operations.checkKnown("operation", request.operation());
        Wait<JournalEntry> wait = request.toWait(journal);
        return waits.begin(
                journal.calls(),
                wait,
                found -> "Only " + found + " of " + wait.count() + " matching calls came within " + wait.timeout()
                        + "; GET " + ResourcePaths.CALLS + " lists all calls",
                AwaitedCalls::of,
                exchange);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteCalls",
            summary = "Empty the journal, or forget the calls of one instance",
            description = "Forgets all calls, or those of the instance. The numbers of later calls continue.")
    void clear(@Valid InstanceParameter query) {
        if (query.instanceId() == null) {
            journal.reset();
        } else {
            journal.reset(query.instanceId());
        }
    }
}
