package org.connectchat.participant.message;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends a message: {@code POST /participant/message}. A repeated ClientToken of a participant sends nothing new. The
 * content type must
 * be one that the chat negotiated at its start; agents and bots may send interactive messages in any chat (rule A14).
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
@Component
final class SendMessage extends ParticipantOperation<SendMessage.Request> {

    record Request(
            @Nullable String contentType,
            @Nullable String content,
            @Nullable String clientToken) {

        /** Without the content. */
        @Override
        public String toString() {
            return "SendMessage.Request";
        }
    }

    private final ChatParticipants participants;
    private final ChatSettings settings;

    SendMessage(BearerAuthentication bearer, ChatParticipants participants, ChatSettings settings) {
        super(bearer);
        this.participants = participants;
        this.settings = settings;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.SEND_MESSAGE;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected SentItem execute(Seat seat, Request request, Call call) {
        ChatItem sent = participants.send(
                seat,
                new ChatMessage(requireNonNull(request.contentType()), requireNonNull(request.content())),
                request.clientToken());
        if (sent.isWithheld()) {
            call.recordBody(withoutContent(request));
        }
        return SentItem.of(sent);
    }

    /** Rule F36: the body of a message that is in no transcript, as the journal shows it. */
    private static byte[] withoutContent(Request request) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("ContentType", request.contentType()).put("Content", "***");
        if (request.clientToken() != null) {
            shown.put("ClientToken", request.clientToken());
        }
        return shown.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        violations.length("ClientToken", request.clientToken(), 0, 500);
        String given = request.contentType();
        violations.requiredText("ContentType", given, 1, 100);
        violations.oneOf("ContentType", given, ContentTypes.NEGOTIABLE);
        String contentType = given != null && ContentTypes.NEGOTIABLE.contains(given) ? given : null;
        if (contentType != null && !seat.maySend(contentType)) {
            violations.value(
                    "ContentType",
                    contentType + " is not among the SupportedMessagingContentTypes that this chat was started with");
        }
        if (violations.required("Content", request.content())) {
            String problem = settings.contentLimits().problem(requireNonNull(request.content()), contentType);
            if (problem != null) {
                violations.value("Content", problem);
            }
        }
        return violations;
    }
}
