package org.connectchat.connect.search;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * A contact that was found.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ContactSearchSummary.html">ContactSearchSummary</a>
 */
record FoundContact(
        String arn,
        String id,
        String initialContactId,
        @Nullable String previousContactId,
        InitiationMethod initiationMethod,
        String channel,
        @Nullable Queue queueInfo,
        @Nullable Agent agentInfo,
        BigDecimal initiationTimestamp,
        @Nullable BigDecimal disconnectTimestamp,
        Map<String, SegmentAttribute> segmentAttributes,
        @Nullable String name,
        @Nullable Map<String, String> tags) {

    /** The queue that the contact is or was in. */
    record Queue(String id, BigDecimal enqueueTimestamp) {

        static @Nullable Queue of(@Nullable QueueInfo queue) {
            return queue == null
                    ? null
                    : new Queue(
                            queue.resource().substring(queue.resource().lastIndexOf('/') + 1),
                            Timestamps.epochSeconds(queue.enqueuedAt()));
        }
    }

    /** The agent who joined the contact first. */
    record Agent(String id, @Nullable BigDecimal connectedToAgentTimestamp) {

        static @Nullable Agent of(@Nullable AgentInfo agent) {
            return agent == null ? null : new Agent(agent.id(), Timestamps.epochSecondsOrNull(agent.connectedAt()));
        }
    }

    /** The members that a search shows of a segment attribute. */
    record SegmentAttribute(
            @Nullable String valueString, @Nullable Map<String, SegmentAttributeValue> valueMap) {}

    static FoundContact of(Contact contact, AccountSettings account) {
        ContactDetails details = contact.details();
        Map<String, SegmentAttribute> attributes = new HashMap<>();
        contact.segmentAttributes()
                .forEach((key, value) ->
                        attributes.put(key, new SegmentAttribute(value.valueString(), value.valueMap())));
        return new FoundContact(
                account.arn(contact.instanceId(), "contact/" + contact.id()),
                contact.id(),
                contact.lineage().initialContactId(),
                contact.lineage().previousContactId(),
                contact.initiationMethod(),
                "CHAT",
                Queue.of(details.queue()),
                Agent.of(contact.agent()),
                Timestamps.epochSeconds(contact.timeline().initiatedAt()),
                Timestamps.epochSecondsOrNull(contact.timeline().disconnectedAt()),
                attributes,
                details.name(),
                details.tags().isEmpty() ? null : details.tags());
    }
}
