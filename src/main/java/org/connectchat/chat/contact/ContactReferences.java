package org.connectchat.chat.contact;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ContactDetails.Reference;

/**
 * The limit of all references of a contact that UpdateContact sets (rule U1).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Reference.html">Reference</a>
 */
public final class ContactReferences {

    /** The most bytes that keys and members of all references of a contact have in UTF-8. */
    public static final int MAXIMUM_BYTES = 4_096;

    private ContactReferences() {}

    /**
     * Refuses references that are too large together.
     *
     * @throws ChatRefused if keys and members of all exceed the maximum
     */
    public static void requireSmall(Map<String, Reference> references) {
        long bytes = bytes(references);
        if (bytes > MAXIMUM_BYTES) {
            throw new ChatRefused(
                    ChatRefused.Reason.REFERENCES_TOO_LARGE,
                    "References: must not exceed " + MAXIMUM_BYTES + " UTF-8 bytes over all references of the contact,"
                            + " would be " + bytes);
        }
    }

    private static long bytes(Map<String, Reference> references) {
        long bytes = 0;
        for (Map.Entry<String, Reference> entry : references.entrySet()) {
            Reference reference = entry.getValue();
            bytes += bytes(entry.getKey()) + bytes(reference.type()) + bytes(reference.value());
            bytes += reference.arn() == null ? 0 : bytes(reference.arn());
            bytes += reference.statusReason() == null ? 0 : bytes(reference.statusReason());
        }
        return bytes;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
