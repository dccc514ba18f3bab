package org.connectchat.chat.transcript;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.event.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the messages of a contact; times in milliseconds, lengths in characters.
 *
 * @param multiParty whether more than one agent joined
 * @param conversationCloseTime the time from the customer's last message to the end
 * @param conversationTurnCount how often an agent or a bot responded to the customer
 * @param agentFirstResponseTime the time from the first agent's connection to the first message of an agent
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ChatContactMetrics.html">ChatContactMetrics</a>
 */
public record ContactMetrics(
        boolean multiParty,
        int totalMessages,
        int totalBotMessages,
        long totalBotMessageLengthInChars,
        @Nullable Duration conversationCloseTime,
        int conversationTurnCount,
        @Nullable Instant agentFirstResponseAt,
        @Nullable Duration agentFirstResponseTime,
        @Nullable SpeakerMetrics agent,
        SpeakerMetrics customer) {

    /** Computes the metrics from the items of a contact, oldest first. */
    static ContactMetrics of(Contact contact, List<ChatItem> items) {
        List<ChatItem> messages = items.stream()
                .filter(item -> item.type() == ChatItem.Type.MESSAGE && item.author() != null)
                .toList();
        List<ChatItem> bots = by(messages, ParticipantRole.CUSTOM_BOT);
        List<ChatItem> agents = by(messages, ParticipantRole.AGENT);
        List<ChatItem> customers = by(messages, ParticipantRole.CUSTOMER);
        AgentInfo agent = contact.agent();
        Instant connectedAt = agent == null ? null : agent.connectedAt();
        Instant firstResponse = agents.isEmpty() ? null : agents.get(0).at();
        Instant endedAt = contact.timeline().disconnectedAt();
        return new ContactMetrics(
                by(items, ParticipantRole.AGENT).stream()
                                .filter(item -> ChatEvent.of(item.contentType()) == ChatEvent.PARTICIPANT_JOINED)
                                .count()
                        > 1,
                messages.size(),
                bots.size(),
                SpeakerTally.characters(bots),
                endedAt == null || customers.isEmpty()
                        ? null
                        : Duration.between(customers.get(customers.size() - 1).at(), endedAt),
                SpeakerTally.turns(messages),
                firstResponse,
                connectedAt == null || firstResponse == null ? null : Duration.between(connectedAt, firstResponse),
                agent == null ? null : SpeakerTally.of(agent.participantId(), ParticipantRole.AGENT, messages),
                SpeakerTally.of(contact.customer().id(), ParticipantRole.CUSTOMER, messages));
    }

    private static List<ChatItem> by(List<ChatItem> items, ParticipantRole role) {
        return items.stream()
                .filter(item -> item.author() != null && item.author().role() == role)
                .toList();
    }
}
