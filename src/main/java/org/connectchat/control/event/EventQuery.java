package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.function.Predicate;
import org.connectchat.contactevent.ContactEventType;
import org.connectchat.control.InstanceId;
import org.connectchat.control.Since;
import org.jspecify.annotations.Nullable;

/** The events that a caller asks for. A member that is null admits every event. */
record EventQuery(
        @Parameter(description = "Events of this type") @Nullable
        ContactEventType eventType,

        @Parameter(description = "Events of this contact") @Nullable
        String contactId,

        @Parameter(description = "Events of all contacts of the session that began with this contact") @Nullable
        String initialContactId,

        @Parameter(description = "Events of this instance, by its id") @InstanceId @Nullable
        String instanceId,

        @Parameter(
                description = "Events with a greater number than this one, or, given an instant, events from that "
                        + "moment on")
        @Nullable
        String since) {

    Predicate<EventEntry> filter() {
        EventFilter filter = new EventFilter(eventType, contactId, initialContactId, instanceId);
        Since from = Since.of(since, "an event");
        return entry -> from.admits(entry.number(), entry.event().time()) && filter.matches(entry);
    }
}
