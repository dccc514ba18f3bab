package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.run.FlowPosition;
import org.jspecify.annotations.Nullable;

/** Where the flow of a chat stands. */
@Schema(name = "FlowOfContact", description = "Where the flow of a chat stands.")
record FlowView(
        @Schema(
                description = "The contact that the chat has now, or had when it ended",
                example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String contactId,

        @Schema(
                description = "NONE: the chat has no flow. NOT_BEGUN: the customer has not connected. ENDED: no flow "
                        + "runs any more, because it has ended, an agent has joined, or the chat has ended")
        State state,

        @Schema(description = "The flow that runs; absent if none does") @Nullable
        Run run,

        @Schema(
                description = "The flows that are set for events, by the names of UpdateContactEventHooks",
                example = "{\"CustomerQueue\": \"my-queue-flow\"}")
        Map<String, String> hooks,

        @Schema(description = "The queue that the flow has chosen; absent if it has chosen none") @Nullable
        QueueName targetQueue,

        @Schema(description = "The queue that the contact waits in; absent if it waits in none") @Nullable
        Place queue) {

    /** The state of a flow. */
    enum State {
        NONE,
        NOT_BEGUN,
        RUNNING,
        WAITING,
        ENDED
    }

    @Schema(name = "FlowRun", description = "A flow that runs.")
    record Run(
            @Schema(description = "What the flow is to the contact")
            RunKind kind,

            @Schema(description = "The flow or the module, by its id", example = "my-flow")
            String flowId,

            @Schema(description = "Its name", example = "my-flow")
            String flowName,

            @Schema(description = "How many modules the flow is in", example = "0")
            int moduleDepth,

            @Schema(description = "The Identifier of the action that runs, waits, or is next", example = "wait")
            @Nullable
            String identifier,

            @Schema(description = "The Type of this action", example = "Wait") @Nullable
            String type,

            @Schema(
                    description = "What the action waits for; absent if it does not wait",
                    example = "the customer to return")
            @Nullable
            String waitsFor,

            @Schema(
                    description = "When the wait ends at the latest, on the emulator clock; absent if it has no time "
                            + "limit",
                    example = "2026-11-22T15:00:00.795Z")
            @Nullable
            Instant until) {}

    @Schema(name = "QueueName", description = "A queue.")
    record QueueName(
            @Schema(description = "The id of the queue, the last part of its ARN", example = "support")
            String id,

            @Schema(description = "The name of the queue", example = "support")
            String name) {}

    @Schema(name = "PlaceInQueue", description = "The place of a contact in a queue.")
    record Place(
            @Schema(description = "The id of the queue, the last part of its ARN", example = "support")
            String id,

            @Schema(description = "The name of the queue", example = "support")
            String name,

            @Schema(description = "The position in the order in which contacts get agents, from 1", example = "1")
            @Nullable
            Integer position,

            @Schema(description = "The QueuePriority; lower numbers come first", example = "5")
            long priority,

            @Schema(description = "When the contact entered the queue", example = "2026-11-22T15:00:00.795Z")
            Instant enqueuedAt) {}

    static FlowView of(String contactId, @Nullable FlowPosition position) {
        if (position == null) {
            return new FlowView(contactId, State.NONE, null, Map.of(), null, null);
        }
        return new FlowView(
                position.contactId(),
                State.valueOf(position.state().name()),
                run(position.run()),
                position.hooks(),
                name(position.targetQueue()),
                place(position.queued(), position.positionInQueue()));
    }

    private static @Nullable Run run(FlowPosition.@Nullable Run run) {
        return run == null
                ? null
                : new Run(
                        run.kind(),
                        run.flowId(),
                        run.flowName(),
                        run.depth(),
                        run.identifier(),
                        run.type(),
                        run.waitsFor(),
                        run.until());
    }

    private static @Nullable QueueName name(@Nullable Queue queue) {
        return queue == null ? null : new QueueName(queue.id(), queue.name());
    }

    private static @Nullable Place place(@Nullable QueuedContact queued, @Nullable Integer position) {
        return queued == null
                ? null
                : new Place(
                        queued.queue().id(), queued.queue().name(), position, queued.priority(), queued.enqueuedAt());
    }

    /** Where the flow stands, for the detail of a problem. */
    String sentence() {
        return state
                + (run == null
                        ? ""
                        : " at " + run.identifier() + " (" + run.type() + ")"
                                + (run.waitsFor() == null ? "" : ", waiting for " + run.waitsFor()));
    }
}
