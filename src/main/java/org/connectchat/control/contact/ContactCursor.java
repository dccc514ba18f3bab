package org.connectchat.control.contact;

import java.time.DateTimeException;
import java.time.Instant;
import org.connectchat.chat.contact.Contact;
import org.connectchat.control.ControlProblem;

/** A place in the list of contacts, which keeps its meaning while contacts come and go. */
record ContactCursor(Instant initiatedAt, String contactId) {

    static ContactCursor after(Contact contact) {
        return new ContactCursor(contact.timeline().initiatedAt(), contact.id());
    }

    /**
     * Reads a token back.
     *
     * @throws ControlProblem if it is none
     */
    static ContactCursor parse(String token) {
        int dot = token.indexOf('.');
        try {
            if (dot > 0) {
                return new ContactCursor(
                        Instant.ofEpochMilli(Long.parseLong(token.substring(0, dot))), token.substring(dot + 1));
            }
        } catch (NumberFormatException | DateTimeException e) {
            // answered below, with everything else that is no token
        }
        throw ControlProblem.badField("nextToken", "must be one that the page before gave");
    }

    boolean isBefore(Contact contact) {
        int order = initiatedAt.compareTo(contact.timeline().initiatedAt());
        return order < 0 || (order == 0 && contactId.compareTo(contact.id()) < 0);
    }

    String text() {
        return initiatedAt.toEpochMilli() + "." + contactId;
    }
}
