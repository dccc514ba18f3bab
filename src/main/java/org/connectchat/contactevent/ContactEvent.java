package org.connectchat.contactevent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Lineage;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.contact.Timeline;
import org.connectchat.chat.memory.Weight;
import org.jspecify.annotations.Nullable;

/**
 * One event of a contact, with the data that the contact had at that moment. It holds no attributes and no tokens.
 *
 * @param time when it happened, on the emulator clock
 * @param updated what has changed; empty unless the type is CONTACT_DATA_UPDATED
 */
public record ContactEvent(
        ContactEventType type,
        Instant time,
        String contactId,
        String instanceId,
        InitiationMethod initiationMethod,
        Lineage lineage,
        Timeline timeline,
        @Nullable QueueInfo queue,
        @Nullable AgentInfo agent,
        @Nullable String customerId,
        Map<String, String> tags,
        Map<String, SegmentAttributeValue> segmentAttributes,
        List<UpdatedProperty> updated) {

    private static final long BYTES = 250;

    static ContactEvent of(ContactEventType type, Instant time, Contact contact, List<UpdatedProperty> updated) {
        return new ContactEvent(
                type,
                time,
                contact.id(),
                contact.instanceId(),
                contact.initiationMethod(),
                contact.lineage(),
                contact.timeline(),
                contact.details().queue(),
                contact.agent(),
                contact.customerId(),
                contact.details().tags(),
                contact.segmentAttributes(),
                updated);
    }

    /** The id of the first contact of the session. */
    public String initialContactId() {
        return lineage.initialContactId();
    }

    /** The estimated bytes in memory. */
    public long weight() {
        return BYTES + Weight.of(customerId) + Weight.of(tags) + ContactWeight.ofSegmentAttributes(segmentAttributes);
    }

    /** Without the CustomerId, the tags and the segment attributes. */
    @Override
    public String toString() {
        return type + " of " + contactId;
    }
}
