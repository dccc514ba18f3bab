package org.connectchat.flow.queue;

import java.util.List;
import java.util.Map;
import org.connectchat.flow.catalogue.NamedCatalogue;
import org.jspecify.annotations.Nullable;

/** The queues that exist: those of the emulator (rule F71), and those that instances have of their own (rule F101). */
public final class Queues {

    private final NamedCatalogue<Queue> queues;

    public Queues(List<Queue> configured) {
        this.queues = new NamedCatalogue<>(configured, Queue::id, Queue::name);
    }

    /** The queues that an instance sees: its own, or those of the emulator if it has none or is null. */
    public KnownQueues in(@Nullable String instanceId) {
        return new KnownQueues(queues.in(instanceId));
    }

    /** All queues of the emulator if they are other ones than the configured ones; null if not. */
    public @Nullable List<Queue> changed() {
        return queues.changed();
    }

    /** All queues of each instance that has its own, by its id. */
    public Map<String, List<Queue>> own() {
        return queues.own();
    }

    /**
     * Replaces all queues of an instance, which has its own from now on, or those of the emulator if it is null. Contacts that
     * wait keep the queue that they are in.
     *
     * @return false if too many instances have queues of their own
     */
    public boolean replace(@Nullable String instanceId, List<Queue> replacement) {
        return queues.replace(instanceId, replacement);
    }

    /** Takes away the queues that an instance has of its own, or restores the configured ones if it is null. */
    public void restore(@Nullable String instanceId) {
        queues.restore(instanceId);
    }

    /** Restores the configured queues, and takes away those that instances have of their own. */
    public void reset() {
        queues.reset();
    }
}
