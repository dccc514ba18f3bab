package org.connectchat.chat.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.jspecify.annotations.Nullable;

/**
 * Counts the messages of a participant and its response times. The customer is one side; all other participants are
 * the other side.
 */
final class SpeakerTally {

    private final String participantId;
    private final ParticipantRole role;
    private int messagesSent;
    private int responses;
    private long characters;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private @Nullable Instant lastMessageAt;
    private @Nullable Instant unanswered;

    private SpeakerTally(String participantId, ParticipantRole role) {
        this.participantId = participantId;
        this.role = role;
    }

    static SpeakerMetrics of(String participantId, ParticipantRole role, List<ChatItem> messages) {
        SpeakerTally count = new SpeakerTally(participantId, role);
        messages.forEach(count::heard);
        return new SpeakerMetrics(
                participantId,
                role,
                count.messagesSent,
                count.responses,
                count.characters,
                count.total,
                count.longest,
                count.lastMessageAt);
    }

    private void heard(ChatItem message) {
        if (message.isBy(participantId)) {
            messagesSent++;
            characters += length(message);
            lastMessageAt = message.at();
        }
        if (isCustomers(message) != (role == ParticipantRole.CUSTOMER)) {
            unanswered = unanswered == null ? message.at() : unanswered;
        } else if (unanswered != null) {
            if (message.isBy(participantId)) {
                responses++;
                Duration took = Duration.between(unanswered, message.at());
                total = total.plus(took);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
            unanswered = null; // this side has responded
        }
    }

    /** How often the other side responded to the customer. */
    static int turns(List<ChatItem> messages) {
        int turns = 0;
        boolean waiting = false;
        for (ChatItem message : messages) {
            boolean customers = isCustomers(message);
            if (waiting && !customers) {
                turns++;
            }
            waiting = customers;
        }
        return turns;
    }

    static long characters(List<ChatItem> messages) {
        return messages.stream().mapToLong(SpeakerTally::length).sum();
    }

    private static int length(ChatItem message) {
        String content = message.content();
        return content == null ? 0 : content.codePointCount(0, content.length());
    }

    private static boolean isCustomers(ChatItem message) {
        return Objects.requireNonNull(message.author()).role() == ParticipantRole.CUSTOMER;
    }
}
