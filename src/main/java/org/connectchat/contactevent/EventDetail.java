package org.connectchat.contactevent;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * The detail of an event (rule E4). What is not so yet is null; times are ISO 8601 with milliseconds.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html">Contact events data model</a>
 */
public record EventDetail(
        ContactEventType eventType,
        @Nullable List<String> updatedProperties,
        String contactId,
        String initialContactId,
        @Nullable String previousContactId,
        @Nullable String relatedContactId,
        String channel,
        String instanceArn,
        InitiationMethod initiationMethod,
        String initiationTimestamp,
        @Nullable String connectedToSystemTimestamp,
        @Nullable String disconnectTimestamp,
        @Nullable QueueOfEvent queueInfo,
        @Nullable AgentOfEvent agentInfo,
        Map<String, String> tags,
        Map<String, SegmentAttributeValue> segmentAttributes,
        @Nullable String customerId,
        @Nullable EventChatMetrics chatMetrics) {

    /** The queue that the contact is or was in. */
    public record QueueOfEvent(String queueArn, String queueType, String enqueueTimestamp) {}

    /** The first agent of the contact, once connected. */
    public record AgentOfEvent(String agentArn, String connectedToAgentTimestamp) {}

    /** Without the CustomerId, the tags and the segment attributes. */
    @Override
    public String toString() {
        return eventType + " of " + contactId;
    }
}
