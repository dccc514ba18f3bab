package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues. */
public final class Queues {

    private final Transport transport;

    Queues(Transport transport) {
        this.transport = transport;
    }

    /** The queues that exist; if there are none, every id is a queue. */
    public List<Queue> list() {
        return transport.get(Found.class, "/queues").queues();
    }

    /** From now on these queues exist, and no others. */
    public List<Queue> replace(List<Queue> queues) {
        return transport.put(Found.class, "/queues", new Found(queues)).queues();
    }

    /** The configured queues exist again. */
    public List<Queue> restore() {
        return transport.delete(Found.class, "/queues").queues();
    }

    /** A queue; its name is its id, and it is always open, if nothing else is given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Queue(
            String id,
            @Nullable String name,
            @Nullable Integer maximum,
            @Nullable String hoursOfOperation) {

        /** A queue without a maximum that is always open. */
        public Queue(String id) {
            this(id, null, null, null);
        }
    }

    record Found(List<Queue> queues) {}
}
