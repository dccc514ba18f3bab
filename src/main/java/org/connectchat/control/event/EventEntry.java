package org.connectchat.control.event;

import org.connectchat.contactevent.ContactEvent;
import org.connectchat.control.recording.Recorded;

/** An event with its place in the journal. */
record EventEntry(long number, ContactEvent event) implements Recorded<EventEntry> {

    @Override
    public long weight() {
        return event.weight();
    }

    @Override
    public EventEntry shortened() {
        return this;
    }
}
