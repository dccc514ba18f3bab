package org.connectchat.control.event;

import org.connectchat.contactevent.ContactEvent;
import org.connectchat.contactevent.ContactEventType;
import org.connectchat.control.Criterion;
import org.jspecify.annotations.Nullable;

/** Selects events of the journal. A member that is null admits every event. */
record EventFilter(
        @Nullable ContactEventType eventType,
        @Nullable String contactId,
        @Nullable String initialContactId,
        @Nullable String instanceId) {

    boolean matches(EventEntry entry) {
        ContactEvent event = entry.event();
        return (eventType == null || eventType == event.type())
                && Criterion.matches(contactId, event.contactId())
                && Criterion.matches(initialContactId, event.initialContactId())
                && Criterion.matches(instanceId, event.instanceId());
    }
}
