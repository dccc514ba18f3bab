package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.contactevent.EventForm;
import org.connectchat.control.ViewedList;
import org.jspecify.annotations.Nullable;

/** A page of the journal of contact events. */
@Schema(name = "ContactEventPage", description = "A page of the journal of contact events.")
record EventPage(
        @Schema(description = "The events, in the order in which they happened")
        List<JournaledEvent> events,

        @Schema(description = "Present if there are more events; pass it as since to get them") @Nullable
        Long next) {

    /** The first events of those found, at most as many as the limit. Each is read when the response is written. */
    static EventPage of(List<EventEntry> found, int limit, EventForm form) {
        List<EventEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new EventPage(
                new ViewedList<>(shown, entry -> JournaledEvent.of(entry, form)),
                found.size() > limit ? shown.get(limit - 1).number() : null);
    }
}
