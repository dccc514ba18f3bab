package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.catalogue.OwnOfInstances;
import org.connectchat.flow.hours.HoursCatalogue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hours of operation that exist (rules F72 and F101). */
@RestController
@RequestMapping(ResourcePaths.HOURS)
@Tag(name = "queues")
final class HoursController {

    private final HoursCatalogue hours;

    HoursController(HoursCatalogue hours) {
        this.hours = hours;
    }

    @GetMapping
    @Operation(
            operationId = "listHours",
            summary = "List the hours of operation",
            description =
                    "Lists the hours of operation that exist. If there are none, every id is always open. With an "
                            + "instanceId, lists those that the instance sees: its own, or those of the emulator if it has "
                            + "none.")
    HoursList list(@Valid InstanceParameter query) {
        return HoursList.of(hours.in(query.instanceId()).all());
    }

    @PutMapping
    @Operation(
            operationId = "replaceHours",
            summary = "Replace the hours of operation",
            description = "Only these hours of operation exist from now on. An empty list makes every id always open. "
                    + "A reset restores the configured ones. With an instanceId, the instance sees these hours of its "
                    + "own and no others, until its reset. At most 1,000 instances have hours of their own; 409 "
                    + "beyond.")
    HoursList replace(@Valid InstanceParameter query, @RequestBody @Valid HoursList request) {
        if (!hours.replace(query.instanceId(), request.toHours())) {
            throw ControlProblem.tooManyInstances(OwnOfInstances.MAXIMUM, "hours of operation");
        }
        return list(query);
    }

    @DeleteMapping
    @Operation(
            operationId = "restoreHours",
            summary = "Restore the configured hours of operation",
            description = "The hours of operation of the configuration exist again, and no others. With an instanceId, "
                    + "the instance has no hours of its own any more.")
    HoursList restore(@Valid InstanceParameter query) {
        hours.restore(query.instanceId());
        return list(query);
    }
}
