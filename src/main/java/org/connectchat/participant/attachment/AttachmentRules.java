package org.connectchat.participant.attachment;

import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** What a file may call itself. */
final class AttachmentRules {

    private AttachmentRules() {}

    /** Whether a text can be the {@code Content-Type} of an upload and a download. */
    static boolean isMediaType(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return false; // in a quoted parameter the parser would let them pass
        }
        try {
            return MimeTypeUtils.parseMimeType(text).isConcrete();
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
