package org.connectchat.attachment;

/**
 * The errors of uploads and downloads, with the codes of Amazon S3, which real clients upload to.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses of Amazon S3</a>
 */
enum TransferError {
    ACCESS_DENIED("AccessDenied", 403, "This URL is unknown or has expired, or its chat is over"),
    SIGNATURE_DOES_NOT_MATCH(
            "SignatureDoesNotMatch",
            403,
            "The URL is signed for the HeadersToInclude that came with it; one is missing or differs"),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405, "The method is not allowed against this resource"),
    TOO_LARGE("EntityTooLarge", 400, "The body has more bytes than AttachmentSizeInBytes announced"),
    TOO_SMALL("EntityTooSmall", 400, "The body has fewer bytes than AttachmentSizeInBytes announced"),
    TIMEOUT("RequestTimeout", 400, "The body did not come in time (emulator.body-timeout)"),
    SLOW_DOWN("SlowDown", 503, "Too many bodies are on their way; try again later"),
    INCOMPLETE("IncompleteBody", 400, "The body ended before it was complete");

    private final String code;
    private final int status;
    private final String message;

    TransferError(String code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }
}
