package org.connectchat.contactevent;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.transcript.ContactMetrics;
import org.connectchat.chat.transcript.SpeakerMetrics;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of messages in an event (rule E4). conversationAbandon is left out: AWS does not say how it is computed.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html">Contact events data model</a>
 */
public record EventChatMetrics(
        OfTheContact chatContactMetrics, @Nullable OfASpeaker agentMetrics, OfASpeaker customerMetrics) {

    /** The metrics of all participants together. */
    public record OfTheContact(
            boolean multiParty,
            int totalMessages,
            int totalBotMessages,
            long totalBotMessageLengthInChars,
            @Nullable Long conversationCloseTimeInMillis,
            int conversationTurnCount,
            @Nullable String agentFirstResponseTimestamp,
            @Nullable Long agentFirstResponseTimeInMillis) {}

    /** The metrics of the customer or of an agent. */
    public record OfASpeaker(
            String participantId,
            ParticipantRole participantType,
            int messagesSent,
            int numResponses,
            long messageLengthInChars,
            long totalResponseTimeInMillis,
            long maxResponseTimeInMillis,
            @Nullable String lastMessageTimestamp) {

        static OfASpeaker of(SpeakerMetrics speaker) {
            return new OfASpeaker(
                    speaker.participantId(),
                    speaker.role(),
                    speaker.messagesSent(),
                    speaker.responses(),
                    speaker.messageLengthInChars(),
                    speaker.totalResponseTime().toMillis(),
                    speaker.maxResponseTime().toMillis(),
                    text(speaker.lastMessageAt()));
        }
    }

    /** Null for a contact without messages. */
    static @Nullable EventChatMetrics of(ContactMetrics metrics) {
        if (metrics.totalMessages() == 0) {
            return null;
        }
        SpeakerMetrics agent = metrics.agent();
        return new EventChatMetrics(
                new OfTheContact(
                        metrics.multiParty(),
                        metrics.totalMessages(),
                        metrics.totalBotMessages(),
                        metrics.totalBotMessageLengthInChars(),
                        millis(metrics.conversationCloseTime()),
                        metrics.conversationTurnCount(),
                        text(metrics.agentFirstResponseAt()),
                        millis(metrics.agentFirstResponseTime())),
                agent == null ? null : OfASpeaker.of(agent),
                OfASpeaker.of(metrics.customer()));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : Timestamps.text(moment);
    }
}
