package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;

/**
 * The headers that an upload URL is signed for: HeadersToInclude of StartAttachmentUpload. S3 compares their values as
 * SigV4 does, exactly except for spaces, and ignores all other headers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating requests by
 *     query parameters</a>
 */
record SignedHeaders(Map<String, String> values) {

    static SignedHeaders of(Attachment attachment) {
        return new SignedHeaders(Map.of(
                "Content-Type", attachment.ref().contentType(),
                "Content-Disposition", new FileName(attachment.ref().name()).uploadDisposition()));
    }

    /**
     * Checks that a request has these headers with these values.
     *
     * @throws TransferRefused if one is missing or differs
     */
    void check(HttpServletRequest request) {
        boolean signed = values.entrySet().stream()
                .allMatch(header -> canonical(header.getValue()).equals(sent(request, header.getKey())));
        if (!signed) {
            throw new TransferRefused(TransferError.SIGNATURE_DOES_NOT_MATCH);
        }
    }

    private static String sent(HttpServletRequest request, String name) {
        return canonical(String.join(",", Collections.list(request.getHeaders(name))));
    }

    private static String canonical(String value) {
        return value.strip().replaceAll(" +", " ");
    }

    /** Without the name of the file. */
    @Override
    public String toString() {
        return "SignedHeaders";
    }
}
