package org.connectchat.attachment;

import java.time.Instant;

/**
 * The URL of a download and the moment at which it expires.
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
