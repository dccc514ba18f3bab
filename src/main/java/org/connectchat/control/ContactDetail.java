package org.connectchat.control;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatTimer;
import org.connectchat.chat.Deadlines.Kind;
import org.connectchat.chat.ParticipantRole;
import org.jspecify.annotations.Nullable;

/** Everything about one contact; never a token. */
record ContactDetail(
        @JsonUnwrapped ContactView contact,
        Map<String, String> attributes,
        List<String> supportedMessagingContentTypes,
        @Nullable AgentView agent,
        List<ParticipantView> participants,
        List<TimerView> timers,
        List<DeadlineView> deadlines,
        List<ItemView> transcript) {

    /** The agent who took the contact first. */
    record AgentView(
            String agentId,
            String participantId,
            Instant acceptedAt,
            @Nullable Instant connectedAt) {}

    /**
     * Somebody in the contact.
     *
     * @param present whether it has connected
     * @param sockets how many WebSockets it has open
     */
    record ParticipantView(
            String participantId, ParticipantRole role, String displayName, boolean present, int sockets) {}

    record TimerView(ParticipantRole role, ChatTimer.Type type, Duration duration) {}

    /** @param participantId whose chat timer it is, null for what concerns the whole chat */
    record DeadlineView(Instant at, Kind kind, @Nullable String participantId) {}
}
