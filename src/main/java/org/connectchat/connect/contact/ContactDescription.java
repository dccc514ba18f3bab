package org.connectchat.connect.contact;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Lineage;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.chat.contact.Timeline;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The contact of a DescribeContact response. Timestamps are JSON numbers: epoch seconds with milliseconds.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html">Contact</a>
 */
record ContactDescription(
        String arn,
        String id,
        String initialContactId,
        @Nullable String previousContactId,
        String contactAssociationId,
        @Nullable String relatedContactId,
        InitiationMethod initiationMethod,
        @Nullable String name,
        @Nullable String description,
        String channel,
        @Nullable Queue queueInfo,
        @Nullable Long queuePriority,
        @Nullable Long queueTimeAdjustmentSeconds,
        BigDecimal initiationTimestamp,
        @Nullable BigDecimal connectedToSystemTimestamp,
        @Nullable BigDecimal disconnectTimestamp,
        @Nullable DisconnectReason disconnectReason,
        BigDecimal lastUpdateTimestamp,
        @Nullable String customerId,
        @Nullable Map<String, String> tags,
        @Nullable Wisdom wisdomInfo,
        Map<String, String> attributes,
        Map<String, SegmentAttributeValue> segmentAttributes,
        @Nullable Agent agentInfo,
        @Nullable ChatMetricsDescription chatMetrics) {

    /** The agent who joined the contact first, in the region of the instance (rule S5). */
    record Agent(
            String id,
            String activeRegion,
            BigDecimal acceptedByAgentTimestamp,
            @Nullable BigDecimal connectedToAgentTimestamp) {

        static @Nullable Agent of(@Nullable AgentInfo agent, String region) {
            return agent == null
                    ? null
                    : new Agent(
                            agent.id(),
                            region,
                            Timestamps.epochSeconds(agent.acceptedAt()),
                            Timestamps.epochSecondsOrNull(agent.connectedAt()));
        }
    }

    /** The queue that the contact is or was in. */
    record Queue(String id, BigDecimal enqueueTimestamp) {

        static @Nullable Queue of(ContactDetails.@Nullable QueueInfo queue) {
            return queue == null
                    ? null
                    : new Queue(
                            queue.resource().substring(queue.resource().lastIndexOf('/') + 1),
                            Timestamps.epochSeconds(queue.enqueuedAt()));
        }
    }

    /** The session of the assistant that a flow has connected. */
    record Wisdom(String sessionArn) {}

    static ContactDescription of(Contact contact, AccountSettings account, @Nullable ChatMetricsDescription metrics) {
        Lineage lineage = contact.lineage();
        Timeline timeline = contact.timeline();
        ContactDetails details = contact.details();
        String wisdomSession = details.wisdomSessionArn();
        Duration adjustment = details.routing().queueTimeAdjustment();
        return new ContactDescription(
                account.arn(contact.instanceId(), "contact/" + contact.id()),
                contact.id(),
                lineage.initialContactId(),
                lineage.previousContactId(),
                lineage.associationId(),
                lineage.relatedContactId(),
                contact.initiationMethod(),
                details.name(),
                details.description(),
                "CHAT",
                Queue.of(details.queue()),
                priority(details),
                adjustment == null ? null : Long.valueOf(adjustment.toSeconds()),
                Timestamps.epochSeconds(timeline.initiatedAt()),
                Timestamps.epochSecondsOrNull(timeline.connectedAt()),
                Timestamps.epochSecondsOrNull(timeline.disconnectedAt()),
                timeline.disconnectReason(),
                Timestamps.epochSeconds(timeline.lastUpdatedAt()),
                contact.customerId(),
                details.tags().isEmpty() ? null : details.tags(),
                wisdomSession == null ? null : new Wisdom(wisdomSession),
                contact.attributes(),
                contact.segmentAttributes(),
                Agent.of(contact.agent(), account.region()),
                metrics);
    }

    /** What was set; else the default of a contact that is or was in a queue. */
    private static @Nullable Long priority(ContactDetails details) {
        Long priority = details.routing().queuePriority();
        return priority == null && details.queue() != null ? Long.valueOf(QueuedContact.DEFAULT_PRIORITY) : priority;
    }
}
