package org.connectchat.attachment;

import java.time.Instant;
import java.util.Map;

/**
 * The URL and headers of an upload, and the moment at which they expire.
 *
 * @param handle names it in the {@link AttachmentPaths#upload path}
 * @param headers the headers that the upload must have
 */
public record UploadTerms(String attachmentId, String handle, Instant until, Map<String, String> headers) {

    static UploadTerms of(Attachment attachment) {
        return new UploadTerms(
                attachment.id(),
                attachment.upload().handle(),
                attachment.upload().until(),
                SignedHeaders.of(attachment).values());
    }

    /** Without the handle. */
    @Override
    public String toString() {
        return "UploadTerms[" + attachmentId + "]";
    }
}
