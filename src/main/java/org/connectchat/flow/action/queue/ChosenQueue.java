package org.connectchat.flow.action.queue;

import java.util.function.Function;
import org.connectchat.flow.action.DisplayNames;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.queue.KnownQueues;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.Queues;
import org.jspecify.annotations.Nullable;

/** The queue that the parameters {@code QueueId} or {@code AgentId} of an action name (rule F71). */
final class ChosenQueue {

    private static final String QUEUE = "QueueId";
    private static final String AGENT = "AgentId";

    private final Queues queues;

    ChosenQueue(Queues queues) {
        this.queues = queues;
    }

    /** Applies a function to the queue; fails if the action names no queue, two, or one that does not exist. */
    Outcome of(Step step, Function<Queue, Outcome> then) {
        boolean isOfAgent = step.has(AGENT);
        if (isOfAgent == step.has(QUEUE)) {
            return Outcome.failure(
                    isOfAgent ? "QueueId and AgentId must not be given together" : "QueueId or AgentId must be given");
        }
        String parameter = isOfAgent ? AGENT : QUEUE;
        String reference = step.single(parameter);
        if (reference == null) {
            return Outcome.failure(parameter + " has no value");
        }
        KnownQueues known = queues.in(step.chat().contact().instanceId());
        Queue queue = isOfAgent ? known.ofAgent(reference) : find(known, reference, DisplayNames.find(step, parameter));
        return queue == null ? Outcome.failure("There is no queue " + reference) : then.apply(queue);
    }

    /** Like {@link #of}, but takes the target queue if the action names none. */
    Outcome orTarget(Step step, Function<Queue, Outcome> then) {
        if (step.has(QUEUE) || step.has(AGENT)) {
            return of(step, then);
        }
        Queue target = step.chat().data().target();
        return target == null ? Outcome.failure("No target queue is set") : then.apply(target);
    }

    /** Finds a queue of another instance by the name that the console wrote beside its id (rule F75). */
    private static @Nullable Queue find(KnownQueues known, String reference, @Nullable String displayName) {
        Queue queue = known.find(reference);
        return queue == null && displayName != null ? known.find(displayName) : queue;
    }
}
