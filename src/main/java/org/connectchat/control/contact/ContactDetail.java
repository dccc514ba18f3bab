package org.connectchat.control.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.time.Deadline.Kind;
import org.jspecify.annotations.Nullable;

/** The state of one contact and its session, without tokens. */
@Schema(
        name = "ContactDetail",
        description = "One contact with the deadlines and the transcript of its session. It holds no token.")
public record ContactDetail(
        @JsonUnwrapped ContactView contact,

        @Schema(description = "The attributes of the contact", example = "{\"language\": \"en\"}")
        Map<String, String> attributes,

        @Schema(description = "The content types that the chat was started with")
        List<String> supportedMessagingContentTypes,

        @Schema(description = "The agent that took the contact first; absent if none did") @Nullable
        AgentView agent,

        @Schema(description = "The participants of this contact")
        List<ParticipantView> participants,

        @Schema(description = "The chat timers that UpdateParticipantRoleConfig set")
        List<TimerView> timers,

        @Schema(description = "The deadlines that the chat of the session waits for, soonest first")
        List<DeadlineView> deadlines,

        @Schema(description = "The transcript of the whole session, oldest first; each item names its own contact")
        List<ItemView> transcript) {

    /** The agent that took the contact first. */
    @Schema(name = "AgentInfo", description = "The agent of a contact.")
    record AgentView(
            @Schema(description = "The id of the agent, the same in every chat", example = "grace")
            String agentId,

            @Schema(
                    description = "The id of the agent as a participant of this chat",
                    example = "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11")
            String participantId,

            @Schema(description = "When the agent accepted the contact", example = "2026-11-22T15:00:00.795Z")
            Instant acceptedAt,

            @Schema(
                    description = "When the agent connected; absent if that has not happened",
                    example = "2026-11-22T15:00:00.795Z")
            @Nullable
            Instant connectedAt) {}

    /**
     * A participant of the contact.
     *
     * @param present whether the participant has connected and not left
     * @param sockets the number of open WebSockets
     */
    @Schema(name = "Participant", description = "A participant of a contact.")
    record ParticipantView(
            @Schema(description = "The id of the participant", example = "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11")
            String participantId,

            @Schema(description = "The role of the participant")
            ParticipantRole role,

            @Schema(description = "The name that others see", example = "Ada")
            String displayName,

            @Schema(description = "Whether the participant has connected and not left")
            boolean present,

            @Schema(description = "How many sockets the participant has open", example = "1")
            int sockets) {}

    @Schema(name = "ChatTimer", description = "A chat timer.")
    record TimerView(
            @Schema(description = "The role whose silence is measured")
            ParticipantRole role,

            @Schema(description = "What happens when the timer expires")
            ChatTimer.Type type,

            @Schema(description = "How long the participant may be silent", example = "PT5M")
            Duration duration) {}

    /** @param participantId the participant of a chat timer; null for a deadline of the whole chat */
    @Schema(name = "Deadline", description = "A moment at which something happens to the chat by itself.")
    record DeadlineView(
            @Schema(description = "When it is due, on the emulator clock", example = "2026-11-22T15:00:00.795Z")
            Instant at,

            @Schema(description = "What happens then") Kind kind,

            @Schema(
                    description = "The participant whose chat timer it is; absent if it concerns the whole chat",
                    example = "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11")
            @Nullable
            String participantId) {}
}
