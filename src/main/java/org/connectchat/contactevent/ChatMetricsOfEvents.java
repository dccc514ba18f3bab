package org.connectchat.contactevent;

import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.transcript.ContactInspector;
import org.jspecify.annotations.Nullable;

/** Finds the metrics of contacts that have ended, which change no more. */
final class ChatMetricsOfEvents {

    private final Contacts contacts;
    private final ContactInspector inspector;

    ChatMetricsOfEvents(Contacts contacts, ContactInspector inspector) {
        this.contacts = contacts;
        this.inspector = inspector;
    }

    /** The metrics; null for a contact that has not ended, has no messages, or is no longer kept. */
    @Nullable
    EventChatMetrics of(ContactEvent event) {
        if (event.timeline().disconnectedAt() == null) {
            return null;
        }
        Contact contact = contacts.find(event.contactId());
        return contact == null ? null : EventChatMetrics.of(inspector.metrics(contact));
    }
}
