package org.connectchat.flow.queue;

import java.util.List;
import org.connectchat.flow.catalogue.NamedResources;
import org.jspecify.annotations.Nullable;

/**
 * The queues that one instance sees, as they were at one moment (rule F71). If there are none, every id or ARN is a queue
 * named by its last part. The queues of agents always exist.
 */
public final class KnownQueues {

    private static final String OF_AN_AGENT = "/queue/agent/";
    private static final int MAX_LENGTH = 500;

    private final NamedResources<Queue> queues;

    KnownQueues(NamedResources<Queue> queues) {
        this.queues = queues;
    }

    /** The queue of this id, ARN or name; null if there is none, or the reference is no id. */
    public @Nullable Queue find(String reference) {
        String id = NamedResources.idOf(reference);
        if (id.isBlank() || reference.length() > MAX_LENGTH) {
            return null;
        }
        if (reference.startsWith("arn:") && reference.contains(OF_AN_AGENT)) {
            return Queue.ofAgent(id);
        }
        return queues.all().isEmpty() ? Queue.named(id) : queues.find(reference);
    }

    /** The queue of the agent of this id or ARN; null if the reference is no id. */
    public @Nullable Queue ofAgent(String reference) {
        String id = NamedResources.idOf(reference);
        return id.isBlank() || reference.length() > MAX_LENGTH ? null : Queue.ofAgent(id);
    }

    /** All queues, in their order, without those of agents; empty if every id is a queue. */
    public List<Queue> all() {
        return queues.all();
    }
}
