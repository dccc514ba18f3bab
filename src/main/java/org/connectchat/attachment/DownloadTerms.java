package org.connectchat.attachment;

import java.time.Instant;

/**
 * How and until when an attachment can be downloaded.
 *
 * @param handle names it in the {@link AttachmentPaths#download path}
 */
public record DownloadTerms(String handle, Instant until, long bytes) {

    /** Without the handle. */
    @Override
    public String toString() {
        return "DownloadTerms[" + bytes + "]";
    }
}
