package org.connectchat.connect;

import org.connectchat.restjson.error.ErrorType;

/**
 * The errors of the emulated operations of Amazon Connect.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartChatContact.html#API_StartChatContact_Errors">StartChatContact, errors</a>
 */
public enum ConnectError implements ErrorType {
    INVALID_PARAMETER("InvalidParameterException", 400),
    INVALID_REQUEST("InvalidRequestException", 400),
    INVALID_CONTACT_FLOW("InvalidContactFlowException", 400),
    INVALID_CONTACT_FLOW_MODULE("InvalidContactFlowModuleException", 400),
    SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException", 402),
    /** No operation declares this error, but IAM sends it for all of them. */
    ACCESS_DENIED("AccessDeniedException", 403),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 404),
    CONTACT_FLOW_NOT_PUBLISHED("ContactFlowNotPublishedException", 404),
    CONFLICT("ConflictException", 409),
    RESOURCE_CONFLICT("ResourceConflictException", 409),
    DUPLICATE_RESOURCE("DuplicateResourceException", 409),
    IDEMPOTENCY("IdempotencyException", 409),
    LIMIT_EXCEEDED("LimitExceededException", 429),
    TOO_MANY_REQUESTS("TooManyRequestsException", 429),
    THROTTLING("ThrottlingException", 429),
    INTERNAL_SERVICE("InternalServiceException", 500);

    private final String code;
    private final int status;

    ConnectError(String code, int status) {
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
