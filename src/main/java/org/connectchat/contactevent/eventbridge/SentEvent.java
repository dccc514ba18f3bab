package org.connectchat.contactevent.eventbridge;

import java.time.Duration;
import org.connectchat.contactevent.ContactEvent;

/**
 * An event that waits to be sent.
 *
 * @param since when it began to wait, by {@link System#nanoTime}
 */
record SentEvent(ContactEvent event, long since) {

    static SentEvent of(ContactEvent event) {
        return new SentEvent(event, System.nanoTime());
    }

    boolean hasWaited(Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }
}
