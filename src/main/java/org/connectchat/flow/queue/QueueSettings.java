package org.connectchat.flow.queue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A queue in the settings.
 *
 * @param id the id, the last part of the ARN
 * @param name the name; the id if absent
 * @param maximum how many contacts the queue holds; only the quota of active chats bounds it if absent
 * @param hoursOfOperation its hours of operation, by id or name; always open if absent
 */
public record QueueSettings(
        @NotNull @Size(min = 1, max = 500) String id,
        @Size(min = 1, max = 127) String name,
        @Nullable @PositiveOrZero Integer maximum,
        @Nullable @Size(min = 1, max = 500) String hoursOfOperation) {

    public QueueSettings {
        name = name == null ? id : name;
    }

    /** The queue that it describes. */
    public Queue toQueue() {
        return new Queue(id, name, maximum == null ? Queue.NO_MAXIMUM : maximum, hoursOfOperation, false);
    }
}
