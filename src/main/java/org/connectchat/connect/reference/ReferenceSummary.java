package org.connectchat.connect.reference;

import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.jspecify.annotations.Nullable;

/**
 * A reference in a response: exactly one member is set, that of its type.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ReferenceSummary.html">ReferenceSummary</a>
 */
record ReferenceSummary(
        @Nullable Named url,
        @Nullable Attachment attachment,
        @Nullable Located emailMessage,
        @Nullable Located emailMessageRedacted,
        @Nullable Located emailMessagePlainText,
        @Nullable Located emailMessagePlainTextRedacted,
        @Nullable Named string,
        @Nullable Named number,
        @Nullable Named date,
        @Nullable Named email) {

    private static final String APPROVED = "APPROVED";

    /** A reference of a name and a value. */
    record Named(String name, String value) {}

    /** A reference of a name and an ARN. */
    record Located(String name, @Nullable String arn) {}

    /** A reference to a file. */
    record Attachment(
            String name,
            String value,
            @Nullable String status,
            @Nullable String arn) {}

    /** The reference of this type; null for CONTACT_ANALYSIS, which no summary shows. */
    static @Nullable ReferenceSummary of(ReferenceType type, String name, ContactDetails.Reference reference) {
        Named named = new Named(name, reference.value());
        Located located = new Located(name, reference.arn());
        return switch (type) {
            case URL -> new ReferenceSummary(named, null, null, null, null, null, null, null, null, null);
            case ATTACHMENT -> of(new Attachment(name, reference.value(), reference.status(), reference.arn()));
            case EMAIL_MESSAGE -> new ReferenceSummary(null, null, located, null, null, null, null, null, null, null);
            case EMAIL_MESSAGE_REDACTED ->
                new ReferenceSummary(null, null, null, located, null, null, null, null, null, null);
            case EMAIL_MESSAGE_PLAIN_TEXT ->
                new ReferenceSummary(null, null, null, null, located, null, null, null, null, null);
            case EMAIL_MESSAGE_PLAIN_TEXT_REDACTED ->
                new ReferenceSummary(null, null, null, null, null, located, null, null, null, null);
            case STRING -> new ReferenceSummary(null, null, null, null, null, null, named, null, null, null);
            case NUMBER -> new ReferenceSummary(null, null, null, null, null, null, null, named, null, null);
            case DATE -> new ReferenceSummary(null, null, null, null, null, null, null, null, named, null);
            case EMAIL -> new ReferenceSummary(null, null, null, null, null, null, null, null, null, named);
            case CONTACT_ANALYSIS -> null;
        };
    }

    /** A file that a participant has put into the chat. */
    static ReferenceSummary of(AttachmentRef file) {
        return of(new Attachment(file.name(), file.id(), APPROVED, null));
    }

    private static ReferenceSummary of(Attachment attachment) {
        return new ReferenceSummary(null, attachment, null, null, null, null, null, null, null, null);
    }
}
