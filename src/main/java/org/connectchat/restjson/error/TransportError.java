package org.connectchat.restjson.error;

/** Errors that occur before any operation is reached (rules T2, T5 and T7); no model declares them. */
public enum TransportError implements ErrorType {
    BAD_REQUEST("BadRequestException", 400),
    UNKNOWN_OPERATION("UnknownOperationException", 404),
    METHOD_NOT_ALLOWED("MethodNotAllowedException", 405),
    NOT_ACCEPTABLE("NotAcceptableException", 406),
    REQUEST_TIMEOUT("RequestTimeoutException", 408),
    REQUEST_TOO_LARGE("RequestEntityTooLargeException", 413),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaTypeException", 415),
    INTERNAL("InternalServiceException", 500),
    UNAVAILABLE("ServiceUnavailableException", 503);

    private final String code;
    private final int status;

    TransportError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The error of an HTTP status; BAD_REQUEST for statuses without an error of their own. */
    public static TransportError ofStatus(int status) {
        for (TransportError error : values()) {
            if (error.status == status) {
                return error;
            }
        }
        return BAD_REQUEST;
    }

    /** The error of a call that is still waiting when the emulator stops. */
    public static AwsException stopping() {
        return new AwsException(UNAVAILABLE, "The emulator is stopping");
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
