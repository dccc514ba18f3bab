package org.connectchat.flow.queue;

import org.connectchat.flow.state.SavedQueue;
import org.connectchat.flow.state.StatePath;

/** Queues, as a document of state has them. */
public final class SavedQueues {

    private SavedQueues() {}

    /** Saves a queue. */
    public static SavedQueue save(Queue queue) {
        return new SavedQueue(
                queue.id(),
                queue.name(),
                queue.maximum() == Queue.NO_MAXIMUM ? null : queue.maximum(),
                queue.hoursId(),
                queue.agentQueue());
    }

    /** The queue that was saved. */
    public static Queue read(SavedQueue saved, StatePath path) {
        Integer maximum = saved.maximum();
        path.member("id").require(!saved.id().isBlank(), "must not be blank");
        path.member("maximum").require(maximum == null || maximum >= 0, "must be 0 or more");
        return new Queue(
                saved.id(),
                saved.name(),
                maximum == null ? Queue.NO_MAXIMUM : maximum,
                saved.hoursId(),
                saved.agentQueue());
    }
}
