package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.transcript.ChatMoment;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;

/** The state of a chat to wait for. */
@Schema(
        name = "AwaitContactRequest",
        description = "The state of a chat to wait for. Only MESSAGE takes role, text and count.",
        example = "{\"state\": \"MESSAGE\", \"role\": \"CUSTOMER\", \"text\": \"hello\", \"timeout\": \"PT5S\"}")
record AwaitContactRequest(
        @Schema(
                description =
                        "The state: the customer is connected, a standing agent is offered the chat or an agent is "
                                + "in it, an agent is connected, the transcript of the session has a message, or the chat has ended")
        @NotNull
        AwaitedState state,

        @Schema(description = "A message of a participant of this role") @Nullable
        ParticipantRole role,

        @Schema(description = "A message whose content has this text in it", example = "hello")
        @Size(min = 1, max = 1024)
        @Nullable
        String text,

        @Schema(description = "How many such messages; 1 if absent", example = "1") @Min(1) @Max(1000) @Nullable
        Integer count,

        @Schema(
                description = "Maximum time to wait, on the system clock; PT10S if absent, at most PT5M",
                example = "PT10S")
        @Nullable
        Duration timeout) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(5);

    /**
     * Refuses what does not fit together.
     *
     * @throws ControlProblem if it does not
     */
    void check() {
        if (state != AwaitedState.MESSAGE && (role != null || text != null || count != null)) {
            throw ControlProblem.badField("state", "must be MESSAGE if role, text or count is given");
        }
    }

    /**
     * How long the caller waits at most.
     *
     * @throws ControlProblem if that is longer than allowed
     */
    Duration longest() {
        Duration longest = Objects.requireNonNullElse(timeout, Duration.ofSeconds(10));
        if (longest.compareTo(MAX_TIMEOUT) > 0) {
            throw ControlProblem.badField("timeout", "must be at most PT5M, was " + longest);
        }
        return longest;
    }

    /** Whether the transcript has enough messages. */
    boolean isSaid(ChatMoment moment) {
        int wanted = Objects.requireNonNullElse(count, 1);
        return moment.transcript().stream()
                        .map(entry -> entry.item())
                        .filter(this::matches)
                        .limit(wanted)
                        .count()
                == wanted;
    }

    private boolean matches(ChatItem item) {
        ChatItem.Author author = item.author();
        String content = item.content();
        return item.type() == ChatItem.Type.MESSAGE
                && (role == null || (author != null && author.role() == role))
                && (text == null || (content != null && content.contains(text)));
    }
}
