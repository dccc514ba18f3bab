package org.connectchat.control.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.ContentLimits;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.Seat;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What an agent may say: the same as in SendMessage. */
@Component
final class AgentMessageRules {

    /**
     * A message.
     *
     * @param contentType text/plain if absent
     * @param content a text; for interactive messages and JSON the object itself will do
     */
    @Schema(
            name = "AgentMessageRequest",
            description = "A message.",
            example = "{\"contentType\": \"text/plain\", \"content\": \"How can I help?\"}")
    record Request(
            @Schema(description = "text/plain if absent", example = "text/plain") @Nullable
            String contentType,

            @Schema(
                    description = "A string; for application/json and interactive messages also the JSON object itself",
                    example = "How can I help?")
            @NotNull
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
            return "AgentMessageRules.Request";
        }
    }

    /** The content of these is JSON, which a test may write as the object that it is. */
    private static final Set<String> HELD_BY_OBJECTS =
            Set.of(ContentTypes.JSON, ContentTypes.INTERACTIVE, ContentTypes.INTERACTIVE_RESPONSE);

    private final ContentLimits limits;

    AgentMessageRules(ChatSettings settings) {
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
        JsonNode content = request.content();
        if (!content.isString() && !(content.isObject() && HELD_BY_OBJECTS.contains(type))) {
            // JSON's null is a node here too, so @NotNull lets it pass.
            errors.add(new FieldProblem(
                    "content",
                    HELD_BY_OBJECTS.contains(type) ? "must be a string or a JSON object" : "must be a string"));
        }
        if (!seat.maySend(type)) {
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
