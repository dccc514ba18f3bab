package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.contactevent.EventForm;
import org.connectchat.control.ViewedList;

/** The events that a caller waited for. */
@Schema(name = "AwaitedContactEvents", description = "The contact events that were waited for.")
record AwaitedEvents(
        @Schema(description = "The events, oldest first") List<JournaledEvent> events) {

    /** Reads each event when the response is written, not on the thread that ends the wait. */
    static AwaitedEvents of(List<EventEntry> entries, EventForm form) {
        return new AwaitedEvents(new ViewedList<>(entries, entry -> JournaledEvent.of(entry, form)));
    }
}
