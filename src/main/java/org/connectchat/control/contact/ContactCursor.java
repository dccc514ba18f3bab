package org.connectchat.control.contact;

import java.time.DateTimeException;
import java.time.Instant;
import org.connectchat.chat.contact.Contact;
import org.connectchat.control.ControlProblem;

/** A position in the list of contacts. It stays valid while contacts are added and removed. */
record ContactCursor(Instant initiatedAt, String contactId) {

    static ContactCursor after(Contact contact) {
        return new ContactCursor(contact.timeline().initiatedAt(), contact.id());
    }

    /**
     * Reads a token.
     *
     * @throws ControlProblem if the text is not a token
     */
    static ContactCursor parse(String token) {
        int dot = token.indexOf('.');
        try {
            if (dot > 0) {
                return new ContactCursor(
                        Instant.ofEpochMilli(Long.parseLong(token.substring(0, dot))), token.substring(dot + 1));
            }
        } catch (NumberFormatException | DateTimeException e) {
            // refused below, as every other text that is not a token
        }
        throw ControlProblem.badField("nextToken", "must be the nextToken of the previous page");
    }

    boolean isBefore(Contact contact) {
        int order = initiatedAt.compareTo(contact.timeline().initiatedAt());
        return order < 0 || (order == 0 && contactId.compareTo(contact.id()) < 0);
    }

    String text() {
        return initiatedAt.toEpochMilli() + "." + contactId;
    }
}
