package org.connectchat.control.event;

import java.time.Duration;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.contactevent.ContactEvents;
import org.connectchat.control.recording.Recording;
import org.connectchat.control.reset.Resettable;
import org.connectchat.restjson.delay.Delays;
import org.springframework.stereotype.Component;

/** Records each contact event when it happens (rule E1). */
@Component
final class EventJournal implements Resettable {

    private final Recording<EventEntry> events;

    EventJournal(EventJournalSettings settings, ContactEvents source, MemoryBudget memory, Delays delays) {
        // The lock of a chat is held while an event is recorded, so another thread releases waiters.
        this.events =
                new Recording<>(settings.maxKept(), memory, task -> delays.begin(Duration.ZERO, stopped -> task.run()));
        source.subscribe(event -> events.add(number -> new EventEntry(number, event)));
    }

    Recording<EventEntry> events() {
        return events;
    }

    @Override
    public void reset() {
        events.clear();
    }

    @Override
    public void reset(String instanceId) {
        events.forget(entry -> instanceId.equals(entry.event().instanceId()));
    }
}
