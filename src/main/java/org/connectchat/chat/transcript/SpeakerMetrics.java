package org.connectchat.chat.transcript;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.contact.ParticipantRole;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the messages of one participant.
 *
 * @param responses how often the participant responded to the other side
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ParticipantMetrics.html">ParticipantMetrics</a>
 */
public record SpeakerMetrics(
        String participantId,
        ParticipantRole role,
        int messagesSent,
        int responses,
        long messageLengthInChars,
        Duration totalResponseTime,
        Duration maxResponseTime,
        @Nullable Instant lastMessageAt) {}
