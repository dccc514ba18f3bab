package org.connectchat.connect;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatRefused;
import org.connectchat.flow.store.FlowStoreRefused;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.place.ErrorBody;
import org.jspecify.annotations.Nullable;

/** The errors of Amazon Connect for the problems that all services share, and for the refusals of the domain. */
public class ConnectDialect implements Dialect {

    static final ConnectDialect INSTANCE = new ConnectDialect();

    @Override
    public ErrorType malformed() {
        return ConnectViolations.MALFORMED;
    }

    @Override
    public List<? extends ErrorType> errors() {
        return List.of(ConnectError.values());
    }

    @Override
    public boolean isSigned() {
        return true;
    }

    @Override
    public ErrorType internal() {
        return ConnectError.INTERNAL_SERVICE;
    }

    @Override
    public Map<String, ?> errorBody(ErrorType type, String message) {
        return ErrorBody.of("Message", type.code(), message);
    }

    @Override
    public @Nullable AwsException translate(Exception refusal) {
        if (refusal instanceof FlowStoreRefused refused) {
            return new AwsException(type(refused.reason()), refused.message());
        }
        return refusal instanceof ChatRefused refused ? new AwsException(type(refused), refused.message()) : null;
    }

    private static ErrorType type(FlowStoreRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> ConnectError.RESOURCE_NOT_FOUND;
            case NAME_TAKEN -> ConnectError.DUPLICATE_RESOURCE;
            case LIMIT_REACHED -> ConnectError.LIMIT_EXCEEDED;
            case TOKEN_USED_OTHERWISE -> ConnectError.IDEMPOTENCY;
            case NOT_PUBLISHED -> ConnectError.CONTACT_FLOW_NOT_PUBLISHED;
        };
    }

    private static ErrorType type(ChatRefused refused) {
        return switch (refused.reason()) {
            case INSTANCE_UNKNOWN, CONTACT_FLOW_UNKNOWN, CONTACT_UNKNOWN, STREAMING_UNKNOWN ->
                ConnectError.RESOURCE_NOT_FOUND;
            case SOURCE_STILL_ACTIVE,
                    SOURCE_NOT_INITIAL,
                    ALREADY_PERSISTENT,
                    TIMERS_TOO_LATE,
                    STREAMING_TOO_LATE,
                    AGENT_CONNECTED,
                    TOO_MANY_TAGS -> ConnectViolations.STATE;
            case ATTRIBUTES_TOO_LARGE, REFERENCES_TOO_LARGE -> ConnectViolations.SINGLE_VALUE;
            case ACTIVE_CHAT_QUOTA_REACHED, STREAMING_QUOTA_REACHED, MEMORY_FULL_FOR_CHATS ->
                ConnectError.LIMIT_EXCEEDED;
            case PARTICIPANT_QUOTA_REACHED -> ConnectError.SERVICE_QUOTA_EXCEEDED;
            case MEMORY_FULL -> ConnectError.THROTTLING;
            case CHAT_ENDED -> ConnectError.CONFLICT;
            case ACCESS_DENIED,
                    PARTICIPANT_UNKNOWN,
                    TOO_MANY_FOR_RECEIPTS,
                    ATTACHMENT_QUOTA_REACHED,
                    ATTACHMENT_UNUSABLE,
                    ATTACHMENT_COMPLETED_ALREADY,
                    TRANSCRIPT_POSITION_UNKNOWN ->
                throw new IllegalStateException("No operation of Connect meets this refusal: " + refused.reason());
        };
    }
}
