package org.connectchat.participant;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatRefused;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.place.ErrorBody;
import org.jspecify.annotations.Nullable;

/** The errors of the Participant Service, which spells {@code message} in lower case. */
public final class ParticipantDialect implements Dialect {

    static final ParticipantDialect INSTANCE = new ParticipantDialect();

    private ParticipantDialect() {}

    public static Violations violations() {
        return new Violations(ParticipantError.VALIDATION, ParticipantError.VALIDATION);
    }

    @Override
    public ErrorType malformed() {
        return ParticipantError.VALIDATION;
    }

    @Override
    public List<? extends ErrorType> errors() {
        return List.of(ParticipantError.values());
    }

    @Override
    public ErrorType internal() {
        return ParticipantError.INTERNAL_SERVER;
    }

    @Override
    public Map<String, ?> errorBody(ErrorType type, String message) {
        return ErrorBody.of("message", type.code(), message);
    }

    /** Mobile SDKs send various content types with their JSON. */
    @Override
    public boolean insistsOnJson() {
        return false;
    }

    @Override
    public @Nullable AwsException translate(Exception refusal) {
        return refusal instanceof ChatRefused refused ? new AwsException(type(refused), refused.message()) : null;
    }

    private static ErrorType type(ChatRefused refused) {
        return switch (refused.reason()) {
            case ATTACHMENT_QUOTA_REACHED, PARTICIPANT_QUOTA_REACHED -> ParticipantError.SERVICE_QUOTA_EXCEEDED;
            case TOO_MANY_FOR_RECEIPTS, ATTACHMENT_COMPLETED_ALREADY -> ParticipantError.CONFLICT;
            case TRANSCRIPT_POSITION_UNKNOWN, ATTACHMENT_UNUSABLE -> ParticipantError.VALIDATION;
            case MEMORY_FULL -> ParticipantError.THROTTLING;
            case ACCESS_DENIED,
                    CHAT_ENDED,
                    INSTANCE_UNKNOWN,
                    CONTACT_FLOW_UNKNOWN,
                    CONTACT_UNKNOWN,
                    PARTICIPANT_UNKNOWN,
                    SOURCE_STILL_ACTIVE,
                    SOURCE_NOT_INITIAL,
                    ALREADY_PERSISTENT,
                    ATTRIBUTES_TOO_LARGE,
                    REFERENCES_TOO_LARGE,
                    TOO_MANY_TAGS,
                    TIMERS_TOO_LATE,
                    STREAMING_TOO_LATE,
                    STREAMING_QUOTA_REACHED,
                    STREAMING_UNKNOWN,
                    AGENT_CONNECTED,
                    ACTIVE_CHAT_QUOTA_REACHED,
                    MEMORY_FULL_FOR_CHATS -> ParticipantError.ACCESS_DENIED;
        };
    }
}
