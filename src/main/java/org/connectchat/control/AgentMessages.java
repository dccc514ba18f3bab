package org.connectchat.control;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.ContentLimits;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.Seat;
import org.connectchat.restjson.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What an agent may say: the same as in SendMessage. */
@Component
final class AgentMessages {

    /**
     * A message.
     *
     * @param contentType text/plain if absent
     * @param content a text; for interactive messages and JSON the object itself will do
     */
    record Request(
            @Nullable String contentType,

            @NotNull @Schema(description = "A text, or the JSON of an interactive message", type = "object")
            JsonNode content) {

        @JsonIgnore
        String type() {
            return contentType == null ? ContentTypes.PLAIN : contentType;
        }

        @JsonIgnore
        String text() {
            JsonNode node = content;
            return node.isString() ? node.asString() : node.toString();
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "AgentMessages.Request";
        }
    }

    private final ContentLimits limits;

    AgentMessages(ChatSettings settings) {
        this.limits = settings.contentLimits();
    }

    /**
     * The message that a request means.
     *
     * @throws ControlProblem if the chat cannot have it
     */
    ChatMessage checked(Request request, Seat seat) {
        String type = request.type();
        if (!ContentTypes.NEGOTIABLE.contains(type)) {
            throw ControlProblem.badField(
                    "contentType", "must be one of " + String.join(", ", ContentTypes.NEGOTIABLE));
        }
        List<FieldProblem> errors = new ArrayList<>();
        if (request.content().isNull()) {
            // JSON's null is a node here, so @NotNull lets it pass; it would be said as the word.
            errors.add(new FieldProblem("content", "must not be null"));
        }
        if (!seat.contact().terms().supportedContentTypes().contains(type)) {
            errors.add(new FieldProblem(
                    "contentType",
                    "is not among the SupportedMessagingContentTypes that the chat was started with: "
                            + String.join(", ", seat.contact().terms().supportedContentTypes())));
        }
        String text = request.text();
        if (!UnicodeStrings.isUnicode(text)) {
            errors.add(new FieldProblem("content", UnicodeStrings.NOT_UNICODE));
        }
        int length = limits.measure(text);
        if (length < 1 || length > limits.maximum(type)) {
            errors.add(new FieldProblem(
                    "content",
                    "length must be 1 to " + limits.maximum(type) + " " + limits.unit() + ", was " + length));
        }
        if (!errors.isEmpty()) {
            throw ControlProblem.badFields(errors);
        }
        return new ChatMessage(type, text);
    }
}
