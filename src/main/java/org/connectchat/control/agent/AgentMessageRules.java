package org.connectchat.control.agent;

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
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules for messages of agents: those of SendMessage. */
@Component
final class AgentMessageRules {

    /** The types whose content is JSON. A test may write such a content as an object. */
    private static final Set<String> OBJECT_TYPES =
            Set.of(ContentTypes.JSON, ContentTypes.INTERACTIVE, ContentTypes.INTERACTIVE_RESPONSE);

    private final ContentLimits limits;

    AgentMessageRules(ChatSettings settings) {
        this.limits = settings.contentLimits();
    }

    /**
     * The message of a request.
     *
     * @throws ControlProblem if the chat does not accept it
     */
    ChatMessage message(AgentMessageRequest request, Seat seat) {
        String type = request.type();
        if (!ContentTypes.NEGOTIABLE.contains(type)) {
            throw ControlProblem.badField(
                    "contentType", "must be one of " + String.join(", ", ContentTypes.NEGOTIABLE));
        }
        List<FieldProblem> errors = new ArrayList<>();
        JsonNode content = request.content();
        if (!content.isString() && !(content.isObject() && OBJECT_TYPES.contains(type))) {
            // JSON's null is a node too, so @NotNull does not refuse it.
            errors.add(new FieldProblem(
                    "content", OBJECT_TYPES.contains(type) ? "must be a string or a JSON object" : "must be a string"));
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
        String problem = limits.problem(text, type);
        if (problem != null) {
            errors.add(new FieldProblem("content", problem));
        }
        if (!errors.isEmpty()) {
            throw ControlProblem.badFields(errors);
        }
        return new ChatMessage(type, text);
    }
}
