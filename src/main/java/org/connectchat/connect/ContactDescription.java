package org.connectchat.connect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.connectchat.chat.Contact;
import org.connectchat.chat.DisconnectReason;
import org.connectchat.chat.InitiationMethod;
import org.connectchat.chat.Lineage;
import org.connectchat.chat.SegmentAttributeValue;
import org.connectchat.chat.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What DescribeContact tells of a chat. Timestamps are JSON numbers: epoch seconds with milliseconds.
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
        String channel,
        BigDecimal initiationTimestamp,
        @Nullable BigDecimal connectedToSystemTimestamp,
        @Nullable BigDecimal disconnectTimestamp,
        @Nullable DisconnectReason disconnectReason,
        BigDecimal lastUpdateTimestamp,
        @Nullable String customerId,
        Map<String, String> attributes,
        Map<String, SegmentAttributeValue> segmentAttributes) {

    private static final int MILLISECONDS = 3;

    static ContactDescription of(Contact contact, String arn) {
        Lineage lineage = contact.lineage();
        Timeline timeline = contact.timeline();
        return new ContactDescription(
                arn,
                contact.id(),
                lineage.initialContactId(),
                lineage.previousContactId(),
                lineage.associationId(),
                lineage.relatedContactId(),
                contact.initiationMethod(),
                "CHAT",
                epochSeconds(timeline.initiatedAt()),
                epochSecondsOrNull(timeline.connectedAt()),
                epochSecondsOrNull(timeline.disconnectedAt()),
                timeline.disconnectReason(),
                epochSeconds(timeline.lastUpdatedAt()),
                contact.terms().customerId(),
                contact.attributes(),
                contact.terms().segmentAttributes());
    }

    private static @Nullable BigDecimal epochSecondsOrNull(@Nullable Instant moment) {
        return moment == null ? null : epochSeconds(moment);
    }

    private static BigDecimal epochSeconds(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), MILLISECONDS);
    }
}
