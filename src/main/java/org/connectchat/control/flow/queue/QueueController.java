package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.queue.Queues;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues that exist (rules F70 and F71). */
@RestController
@RequestMapping(ResourcePaths.QUEUES)
@Tag(name = "queues")
final class QueueController {

    private final Queues queues;
    private final HoursCatalogue hours;

    QueueController(Queues queues, HoursCatalogue hours) {
        this.queues = queues;
        this.hours = hours;
    }

    @GetMapping
    @Operation(
            operationId = "listQueues",
            summary = "List the queues",
            description = "Lists the queues that exist. If there are none, every id is a queue without a maximum.")
    QueueList list() {
        return QueueList.of(queues.all());
    }

    @PutMapping
    @Operation(
            operationId = "replaceQueues",
            summary = "Replace the queues",
            description = "Only these queues exist from now on. Contacts that wait keep the queue that they are in. An "
                    + "empty list makes every id a queue. A reset restores the configured queues.")
    QueueList replace(@RequestBody @Valid QueueList request) {
        queues.replace(request.toQueues(hours));
        return list();
    }

    @DeleteMapping
    @Operation(
            operationId = "restoreQueues",
            summary = "Restore the configured queues",
            description = "The queues of the configuration exist again, and no others.")
    QueueList restore() {
        queues.reset();
        return list();
    }
}
