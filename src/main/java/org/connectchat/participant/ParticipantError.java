package org.connectchat.participant;

import org.connectchat.restjson.error.ErrorType;

/**
 * The errors of the Participant Service.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_SendMessage.html#API_SendMessage_Errors">SendMessage, errors</a>
 */
public enum ParticipantError implements ErrorType {
    VALIDATION("ValidationException", 400),
    SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException", 402),
    ACCESS_DENIED("AccessDeniedException", 403),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 404),
    CONFLICT("ConflictException", 409),
    THROTTLING("ThrottlingException", 429),
    INTERNAL_SERVER("InternalServerException", 500);

    private final String code;
    private final int status;

    ParticipantError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
