package org.connectchat.control.fault;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.connectchat.control.ChangedInstance;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The faults in force: a test adds, reads and removes them. */
@RestController
@RequestMapping(ResourcePaths.FAULTS)
@Tag(name = "faults", description = "Errors, latencies, lost connections and broken sockets.")
final class FaultController {

    private final Faults faults;
    private final FaultRuleValidator validator;

    FaultController(Faults faults, FaultRuleValidator validator) {
        this.faults = faults;
        this.validator = validator;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addFault",
            summary = "Add a fault",
            description = "Makes matching calls or sockets fail from now on. Several faults apply in the order "
                    + "in which they were added. At most 1,000 faults exist at a time.")
    FaultState add(@RequestBody @Valid FaultRule rule, HttpServletRequest call) {
        validator.check(rule);
        Fault added = faults.add(rule);
        ChangedInstance.note(call, added.instanceId());
        return FaultState.of(added);
    }

    @GetMapping
    @Operation(
            operationId = "listFaults",
            summary = "List the faults",
            description = "Lists the faults in force, oldest first. A fault belongs to the instance that it names, or "
                    + "to that of the contact that it names.")
    FaultList list(@Valid InstanceParameter query) {
        return new FaultList(faults.all().stream()
                .filter(fault -> query.admits(fault.instanceId()))
                .map(FaultState::of)
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getFault",
            summary = "Read one fault",
            description = "Returns the fault and the number of its hits.")
    FaultState read(@PathVariable String id) {
        Fault fault = faults.find(id);
        if (fault == null) {
            throw unknown(id);
        }
        return FaultState.of(fault);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteFault",
            summary = "Remove one fault",
            description = "The fault hits no further call or socket.")
    void remove(@PathVariable String id, HttpServletRequest call) {
        Fault removed = faults.remove(id);
        if (removed == null) {
            throw unknown(id);
        }
        ChangedInstance.note(call, removed.instanceId());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteFaults",
            summary = "Remove all faults, or those of one instance",
            description = "No fault is left, or none that belongs to the instance.")
    void removeAll(@Valid InstanceParameter query) {
        if (query.instanceId() == null) {
            faults.reset();
        } else {
            faults.reset(query.instanceId());
        }
    }

    private static ControlProblem unknown(String id) {
        return ControlProblem.notFound(
                "There is no fault " + id + "; GET " + ResourcePaths.FAULTS + " lists the faults in force");
    }
}
