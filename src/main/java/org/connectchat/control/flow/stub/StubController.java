package org.connectchat.control.flow.stub;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.control.ChangedInstance;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.stub.Stub;
import org.connectchat.flow.stub.Stubs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The stubs of actions (rule F78): tests add, list and remove them. */
@RestController
@RequestMapping(ResourcePaths.STUBS)
@Tag(name = "flows")
final class StubController {

    private final Stubs stubs;
    private final AtomicLong lastNumber = new AtomicLong();

    StubController(Stubs stubs) {
        this.stubs = stubs;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addStub",
            summary = "Set the outcome of actions",
            description = "From now on, matching actions have this outcome and do nothing themselves. If several stubs "
                    + "match, the one that was added first is taken. At most 1,000 stubs exist at a time; those that "
                    + "are used up make room.")
    StubView add(@RequestBody @Valid StubRequest request, HttpServletRequest call) {
        Stub stub = request.toStub("stub-" + lastNumber.incrementAndGet());
        if (!stubs.add(stub)) {
            throw ControlProblem.conflict("There are " + Stubs.MAXIMUM + " stubs of all instances already; remove some"
                    + " first, such as those of one instance by DELETE " + ResourcePaths.STUBS + "?instanceId=…");
        }
        ChangedInstance.note(call, stub.instanceId());
        return StubView.of(stub);
    }

    @GetMapping
    @Operation(
            operationId = "listStubs",
            summary = "List the stubs",
            description = "Lists the stubs in the order in which they are tried, and how often each was taken.")
    StubList list(@Valid InstanceParameter query) {
        return new StubList(stubs.all().stream()
                .filter(stub -> query.admits(stub.instanceId()))
                .map(StubView::of)
                .toList());
    }

    @DeleteMapping("/{stubId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteStub",
            summary = "Remove one stub",
            description = "No other action gets its outcome.")
    void remove(@PathVariable String stubId, HttpServletRequest call) {
        Stub removed = stubs.remove(stubId);
        if (removed == null) {
            throw ControlProblem.notFound(
                    "There is no stub " + stubId + "; GET " + ResourcePaths.STUBS + " lists the stubs");
        }
        ChangedInstance.note(call, removed.instanceId());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteStubs",
            summary = "Remove all stubs, or those of one instance",
            description = "Actions do their own work again. Given an instance, the stubs that name it are removed.")
    void removeAll(@Valid InstanceParameter query) {
        if (query.instanceId() == null) {
            stubs.reset();
        } else {
            stubs.reset(query.instanceId());
        }
    }
}
