package org.connectchat.contactevent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.contact.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens to contacts into events (rule E3). A subscriber gets the events of one session in their order. It is
 * called under the lock of the chat, so it returns at once and does no I/O.
 */
public final class ContactEvents implements ContactListener {

    private final List<Consumer<ContactEvent>> subscribers = new CopyOnWriteArrayList<>();

    /** Shows all further events to a subscriber. */
    public void subscribe(Consumer<ContactEvent> subscriber) {
        subscribers.add(subscriber);
    }

    @Override
    public void initiated(Contact contact) {
        Timeline timeline = contact.timeline();
        publish(ContactEventType.INITIATED, timeline.initiatedAt(), contact);
        if (timeline.connectedAt() != null) {
            publish(ContactEventType.CONNECTED_TO_SYSTEM, timeline.connectedAt(), contact);
        }
    }

    @Override
    public void changed(Contact before, Contact after) {
        connected(before.timeline(), after);
        QueueInfo queue = after.details().queue();
        if (queue != null && !queue.equals(before.details().queue())) {
            publish(ContactEventType.QUEUED, queue.enqueuedAt(), after);
        }
        Instant agentConnectedAt = connectedAt(after.agent());
        if (agentConnectedAt != null && connectedAt(before.agent()) == null) {
            publish(ContactEventType.CONNECTED_TO_AGENT, agentConnectedAt, after);
        }
        List<UpdatedProperty> updated = updated(before, after);
        if (!updated.isEmpty()) {
            Instant time = after.timeline().lastUpdatedAt();
            publish(ContactEvent.of(ContactEventType.CONTACT_DATA_UPDATED, time, after, updated));
        }
        ended(before.timeline(), after);
    }

    private void connected(Timeline before, Contact after) {
        Instant connectedAt = after.timeline().connectedAt();
        if (connectedAt != null && before.connectedAt() == null) {
            publish(ContactEventType.CONNECTED_TO_SYSTEM, connectedAt, after);
        }
    }

    private static @Nullable Instant connectedAt(@Nullable AgentInfo agent) {
        return agent == null ? null : agent.connectedAt();
    }

    private static List<UpdatedProperty> updated(Contact before, Contact after) {
        List<UpdatedProperty> updated = List.of();
        updated = with(updated, UpdatedProperty.USER_DEFINED_ATTRIBUTES, before.attributes(), after.attributes());
        updated = with(
                updated,
                UpdatedProperty.TAGS,
                before.details().tags(),
                after.details().tags());
        return with(
                updated,
                UpdatedProperty.SEGMENT_ATTRIBUTES,
                before.details().segmentAttributes(),
                after.details().segmentAttributes());
    }

    /** Most changes keep the same map, so maps are rarely compared. */
    private static List<UpdatedProperty> with(
            List<UpdatedProperty> updated, UpdatedProperty property, Object before, Object after) {
        if (Objects.equals(before, after)) {
            return updated;
        }
        List<UpdatedProperty> more = new ArrayList<>(updated);
        more.add(property);
        return more;
    }

    private void ended(Timeline before, Contact after) {
        Instant endedAt = after.timeline().disconnectedAt();
        if (endedAt == null || before.disconnectedAt() != null) {
            return;
        }
        boolean isReset =
                after.timeline().disconnectReason() == null && after.lineage().nextContactId() == null;
        if (!isReset) {
            publish(ContactEventType.DISCONNECTED, endedAt, after);
            publish(ContactEventType.COMPLETED, endedAt, after);
        }
    }

    private void publish(ContactEventType type, Instant time, Contact contact) {
        publish(ContactEvent.of(type, time, contact, List.of()));
    }

    private void publish(ContactEvent event) {
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }
}
