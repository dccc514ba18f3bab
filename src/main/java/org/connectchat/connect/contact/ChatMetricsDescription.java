package org.connectchat.connect.contact;

import java.math.BigDecimal;
import java.time.Duration;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.transcript.ContactMetrics;
import org.connectchat.chat.transcript.SpeakerMetrics;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of messages in a DescribeContact response. ConversationAbandon is left out: AWS does not say how it is
 * computed.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ChatMetrics.html">ChatMetrics</a>
 */
record ChatMetricsDescription(
        ChatContactMetrics chatContactMetrics,
        @Nullable ParticipantMetrics agentMetrics,
        ParticipantMetrics customerMetrics) {

    record ChatContactMetrics(
            boolean multiParty,
            int totalMessages,
            int totalBotMessages,
            long totalBotMessageLengthInChars,
            @Nullable Long conversationCloseTimeInMillis,
            int conversationTurnCount,
            @Nullable BigDecimal agentFirstResponseTimestamp,
            @Nullable Long agentFirstResponseTimeInMillis) {}

    record ParticipantMetrics(
            String participantId,
            ParticipantRole participantType,
            int messagesSent,
            int numResponses,
            long messageLengthInChars,
            long totalResponseTimeInMillis,
            long maxResponseTimeInMillis,
            @Nullable BigDecimal lastMessageTimestamp) {

        static ParticipantMetrics of(SpeakerMetrics speaker) {
            return new ParticipantMetrics(
                    speaker.participantId(),
                    speaker.role(),
                    speaker.messagesSent(),
                    speaker.responses(),
                    speaker.messageLengthInChars(),
                    speaker.totalResponseTime().toMillis(),
                    speaker.maxResponseTime().toMillis(),
                    Timestamps.epochSecondsOrNull(speaker.lastMessageAt()));
        }
    }

    /** Null for a contact without messages. */
    static @Nullable ChatMetricsDescription of(ContactMetrics metrics) {
        if (metrics.totalMessages() == 0) {
            return null;
        }
        SpeakerMetrics agent = metrics.agent();
        return new ChatMetricsDescription(
                new ChatContactMetrics(
                        metrics.multiParty(),
                        metrics.totalMessages(),
                        metrics.totalBotMessages(),
                        metrics.totalBotMessageLengthInChars(),
                        millis(metrics.conversationCloseTime()),
                        metrics.conversationTurnCount(),
                        Timestamps.epochSecondsOrNull(metrics.agentFirstResponseAt()),
                        millis(metrics.agentFirstResponseTime())),
                agent == null ? null : ParticipantMetrics.of(agent),
                ParticipantMetrics.of(metrics.customer()));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
