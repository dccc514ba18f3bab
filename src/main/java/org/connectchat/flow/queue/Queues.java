package org.connectchat.flow.queue;

import java.util.List;
import org.connectchat.flow.catalogue.NamedCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * The queues that exist (rule F71). If there are none, every id or ARN is a queue named by its last part. The queues of
 * agents always exist.
 */
public final class Queues {

    private static final String OF_AN_AGENT = "/queue/agent/";
    private static final int MAX_LENGTH = 500;

    private final NamedCatalogue<Queue> queues;

    public Queues(List<Queue> configured) {
        this.queues = new NamedCatalogue<>(configured, Queue::id, Queue::name);
    }

    /** The queue of this id, ARN or name; null if there is none, or the reference is no id. */
    public @Nullable Queue find(String reference) {
        String id = NamedCatalogue.idOf(reference);
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
        String id = NamedCatalogue.idOf(reference);
        return id.isBlank() || reference.length() > MAX_LENGTH ? null : Queue.ofAgent(id);
    }

    /** All queues, in their order, without those of agents; empty if every id is a queue. */
    public List<Queue> all() {
        return queues.all();
    }

    /** All queues if they are other ones than the configured ones; null if not. */
    public @Nullable List<Queue> changed() {
        return queues.changed();
    }

    /** Replaces all queues. Contacts that wait keep the queue that they are in. */
    public void replace(List<Queue> replacement) {
        queues.replace(replacement);
    }

    /** Restores the configured queues. */
    public void reset() {
        queues.reset();
    }
}
