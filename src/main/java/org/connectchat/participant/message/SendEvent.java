package org.connectchat.participant.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantError;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends typing and receipts: {@code POST /participant/event}. The ClientToken is ignored: ChatJS sends every receipt
 * with the same one.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_SendEvent.html">SendEvent</a>
 */
@Component
final class SendEvent extends ParticipantOperation<SendEvent.Request> {

    private static final List<String> KNOWN = Stream.of(
                    ChatEvent.TYPING,
                    ChatEvent.CONNECTION_ACKNOWLEDGED,
                    ChatEvent.MESSAGE_DELIVERED,
                    ChatEvent.MESSAGE_READ)
            .map(ChatEvent::contentType)
            .toList();
    private static final JsonMapper JSON = JsonMappers.builder().build();

    record Request(
            @Nullable String contentType,
            @Nullable String content,
            @Nullable String clientToken) {

        /** Without the content. */
        @Override
        public String toString() {
            return "SendEvent.Request";
        }
    }

    private final ChatParticipants participants;

    SendEvent(BearerAuthentication bearer, ChatParticipants participants) {
        super(bearer);
        this.participants = participants;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.SEND_EVENT;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        violations.length("ClientToken", request.clientToken(), 0, 500);
        violations.length("Content", request.content(), 0, 16_384);
        if (violations.required("ContentType", request.contentType())) {
            violations.oneOf("ContentType", request.contentType(), KNOWN);
        }
        return violations;
    }

    @Override
    protected SentItem execute(Seat seat, Request request, Call call) {
        ChatEvent event = requireNonNull(ChatEvent.of(request.contentType()));
        return SentItem.of(publish(seat, event, request.content()));
    }

    private ChatItem publish(Seat seat, ChatEvent event, @Nullable String content) {
        return switch (event) {
            case MESSAGE_DELIVERED -> participants.receipt(seat, messageId(content), false);
            case MESSAGE_READ -> participants.receipt(seat, messageId(content), true);
            case CONNECTION_ACKNOWLEDGED -> participants.acknowledge(seat);
            case TYPING -> participants.announce(seat, event);
            case MESSAGE_METADATA,
                    PARTICIPANT_INVITED,
                    PARTICIPANT_JOINED,
                    PARTICIPANT_LEFT,
                    PARTICIPANT_IDLE,
                    PARTICIPANT_RETURNED,
                    PARTICIPANT_AUTODISCONNECTION,
                    TRANSFER_SUCCEEDED,
                    TRANSFER_FAILED,
                    CHAT_ENDED,
                    CHAT_REHYDRATED -> throw new IllegalStateException("No client sends this event: " + event);
        };
    }

    /** The content of a receipt is itself a JSON text. */
    private static String messageId(@Nullable String content) {
        try {
            JsonNode id = JSON.readTree(content == null ? "" : content).path("messageId");
            if (id.isString() && !id.asString().isEmpty()) {
                return id.asString();
            }
        } catch (JacksonException e) {
            // refused below, like every other text that is not a receipt
        }
        throw new AwsException(
                ParticipantError.VALIDATION, "Content: of a receipt must be a JSON text like {\"messageId\":\"…\"}");
    }
}
