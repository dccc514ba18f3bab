package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.hours.KnownHours;
import org.connectchat.flow.queue.Queue;
import org.jspecify.annotations.Nullable;

/** The queues that exist. */
@Schema(
        name = "QueueList",
        description = "The queues that exist.",
        example = "{\"queues\": [{\"id\": \"support\", \"name\": \"Support\", \"maximum\": 10}]}")
record QueueList(
        @Schema(description = "The queues; if there are none, every id is a queue") @NotNull @Size(max = 1000)
        List<@NotNull @Valid QueueView> queues) {

    /** A queue. */
    @Schema(name = "Queue", description = "A queue.")
    record QueueView(
            @Schema(description = "The id, the last part of the ARN", example = "support")
            @NotNull
            @Size(min = 1, max = 500)
            String id,

            @Schema(description = "The name; the id if absent", example = "Support") @Size(min = 1, max = 127) @Nullable
            String name,

            @Schema(
                    description = "How many contacts the queue holds; only the quota of active chats bounds it if "
                            + "absent",
                    example = "10")
            @PositiveOrZero
            @Nullable
            Integer maximum,

            @Schema(
                    description = "The hours of operation, by id or name; always open if absent",
                    example = "office-hours")
            @Size(min = 1, max = 500)
            @Nullable
            String hoursOfOperation) {

        static QueueView of(Queue queue) {
            return new QueueView(
                    queue.id(),
                    queue.name(),
                    queue.maximum() == Queue.NO_MAXIMUM ? null : queue.maximum(),
                    queue.hoursId());
        }

        Queue toQueue() {
            return new Queue(
                    id,
                    Objects.requireNonNullElse(name, id),
                    Objects.requireNonNullElse(maximum, Queue.NO_MAXIMUM),
                    hoursOfOperation,
                    false);
        }
    }

    static QueueList of(List<Queue> queues) {
        return new QueueList(queues.stream().map(QueueView::of).toList());
    }

    /**
     * The queues that it describes.
     *
     * @throws ControlProblem if two have the same id, or one has hours of operation that do not exist
     */
    List<Queue> toQueues(KnownHours hours) {
        List<FieldProblem> problems = new ArrayList<>(
                Distinct.problems("queues", queues.stream().map(QueueView::id).toList()));
        for (int i = 0; i < queues.size(); i++) {
            String reference = queues.get(i).hoursOfOperation();
            if (reference != null && hours.find(reference) == null) {
                problems.add(new FieldProblem(
                        "queues[" + i + "].hoursOfOperation", "must be hours of operation that exist, by id or name"));
            }
        }
        if (!problems.isEmpty()) {
            throw ControlProblem.badFields(problems);
        }
        return queues.stream().map(QueueView::toQueue).toList();
    }
}
