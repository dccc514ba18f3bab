package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.catalogue.OwnOfInstances;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.queue.Queues;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues that exist (rules F70, F71 and F101). */
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
            description =
                    "Lists the queues that exist. If there are none, every id is a queue that holds as many contacts "
                            + "as an instance may have active chats. With an "
                            + "instanceId, lists those that the instance sees: its own, or those of the emulator if it has "
                            + "none.")
    QueueList list(@Valid InstanceParameter query) {
        return QueueList.of(queues.in(query.instanceId()).all());
    }

    @PutMapping
    @Operation(
            operationId = "replaceQueues",
            summary = "Replace the queues",
            description = "Only these queues exist from now on. Contacts that wait keep the queue that they are in. An "
                    + "empty list makes every id a queue. A reset restores the configured queues. With an instanceId, "
                    + "the instance sees these queues of its own and no others, until its reset. At most 1,000 "
                    + "instances have queues of their own; 409 beyond.")
    QueueList replace(@Valid InstanceParameter query, @RequestBody @Valid QueueList request) {
        String instanceId = query.instanceId();
        if (!queues.replace(instanceId, request.toQueues(hours.in(instanceId)))) {
            throw ControlProblem.tooManyInstances(OwnOfInstances.MAXIMUM, "queues");
        }
        return list(query);
    }

    @DeleteMapping
    @Operation(
            operationId = "restoreQueues",
            summary = "Restore the configured queues",
            description =
                    "The queues of the configuration exist again, and no others. With an instanceId, the instance "
                            + "has no queues of its own any more.")
    QueueList restore(@Valid InstanceParameter query) {
        queues.restore(query.instanceId());
        return list(query);
    }
}
