package org.connectchat.control.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.contactevent.ContactEvent;
import org.connectchat.contactevent.ContactEvents;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.restjson.call.CallObserver;
import org.connectchat.restjson.call.CallRecord;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the events of contacts, conversations, calls and flows. Texts of participants are not in them, names are. */
@Component
final class LiveSources implements CallObserver {

    private final LiveEvents events;
    private final Contacts contacts;

    LiveSources(
            LiveEvents events,
            Contacts contacts,
            ContactEvents contactEvents,
            Feed<ChatItem> items,
            Feed<FlowLogEntry> steps) {
        this.events = events;
        this.contacts = contacts;
        contactEvents.subscribe(this::happened);
        items.subscribe(this::published);
        steps.subscribe(this::ran);
    }

    private void happened(ContactEvent event) {
        if (events.hasReaders()) {
            Map<String, Object> data = at(event.time());
            data.put("eventType", event.type().name());
            events.publish(new LiveEvent(
                    LiveEventType.CONTACT, event.contactId(), event.initialContactId(), event.instanceId(), data));
        }
    }

    private void published(ChatItem item) {
        if (events.hasReaders()) {
            Map<String, Object> data = at(item.at());
            data.put("itemId", item.id());
            data.put("itemType", item.type().name());
            put(data, "contentType", item.contentType());
            ChatItem.Author author = item.author();
            if (author != null) {
                data.put("participantId", author.participantId());
                data.put("role", author.role().name());
                put(data, "displayName", author.displayName());
            }
            publish(LiveEventType.ITEM, item.contactId(), data);
        }
    }

    private void ran(FlowLogEntry entry) {
        if (events.hasReaders()) {
            Map<String, Object> data = at(entry.at());
            data.put("number", entry.number());
            data.put("flowId", entry.flowId());
            data.put("identifier", entry.identifier());
            data.put("type", entry.type());
            put(data, "nextAction", entry.nextAction());
            publish(LiveEventType.FLOW, entry.contactId(), data);
        }
    }

    @Override
    public void completed(CallRecord call) {
        if (events.hasReaders()) {
            Map<String, Object> data = at(call.moment());
            data.put("operation", call.operation());
            if (call.status() != CallRecord.NO_STATUS) {
                data.put("status", call.status());
            }
            put(data, "errorCode", call.errorCode());
            data.put("requestId", call.requestId());
            String contactId = call.contactId();
            Contact contact = contactId == null ? null : contacts.find(contactId);
            events.publish(new LiveEvent(
                    LiveEventType.CALL,
                    contactId,
                    contact == null ? contactId : contact.lineage().initialContactId(),
                    call.instanceId() == null && contact != null ? contact.instanceId() : call.instanceId(),
                    data));
        }
    }

    /** Finds the session and the instance of a contact, for which no lock is needed. */
    private void publish(LiveEventType type, String contactId, Map<String, Object> data) {
        Contact contact = contacts.find(contactId);
        events.publish(new LiveEvent(
                type,
                contactId,
                contact == null ? contactId : contact.lineage().initialContactId(),
                contact == null ? null : contact.instanceId(),
                data));
    }

    private static Map<String, Object> at(Instant moment) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("at", Timestamps.text(moment));
        return data;
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
