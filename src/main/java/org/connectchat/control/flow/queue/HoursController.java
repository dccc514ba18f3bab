package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.hours.HoursCatalogue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hours of operation that exist (rule F72). */
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
            description = "Lists the hours of operation that exist. If there are none, every id is always open.")
    HoursList list() {
        return HoursList.of(hours.all());
    }

    @PutMapping
    @Operation(
            operationId = "replaceHours",
            summary = "Replace the hours of operation",
            description = "Only these hours of operation exist from now on. An empty list makes every id always open. "
                    + "A reset restores the configured ones.")
    HoursList replace(@RequestBody @Valid HoursList request) {
        hours.replace(request.toHours());
        return list();
    }

    @DeleteMapping
    @Operation(
            operationId = "restoreHours",
            summary = "Restore the configured hours of operation",
            description = "The hours of operation of the configuration exist again, and no others.")
    HoursList restore() {
        hours.reset();
        return list();
    }
}
