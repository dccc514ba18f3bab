package org.connectchat.attachment;

import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** The content type that a file may have. */
public final class AttachmentContentType {

    private AttachmentContentType() {}

    /** Whether a text can be the {@code Content-Type} of an upload and a download. */
    public static boolean isMediaType(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return false; // the parser accepts them in a quoted parameter
        }
        try {
            return MimeTypeUtils.parseMimeType(text).isConcrete();
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
