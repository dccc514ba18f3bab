package org.connectchat.chat.contact;

import org.jspecify.annotations.Nullable;

/**
 * The relations of a contact to other contacts.
 *
 * @param initialContactId the first contact of its session; its own id for that first one
 * @param previousContactId the contact of the same session that it follows
 * @param nextContactId the contact of the same session to which the chat was handed over
 * @param relatedContactId the contact that the start refers to, or that a persistent chat continues (rules B7 and B9)
 * @param continuedFromContactId the contact whose transcript a persistent chat continues (rule B7)
 * @param associationId the root of the whole tree of related contacts
 */
public record Lineage(
        String initialContactId,
        @Nullable String previousContactId,
        @Nullable String nextContactId,
        @Nullable String relatedContactId,
        @Nullable String continuedFromContactId,
        String associationId) {

    /** The first contact of a session that is related to nothing. */
    public static Lineage alone(String contactId) {
        return new Lineage(contactId, null, null, null, null, contactId);
    }

    /** The first contact of a session of its own that refers to another contact. */
    public static Lineage relatedTo(Lineage source, String sourceId, String contactId) {
        return new Lineage(contactId, null, null, sourceId, null, source.associationId);
    }

    /** The first contact of a session of its own that continues another contact. */
    public static Lineage continuing(Lineage source, String sourceId, String contactId) {
        return new Lineage(contactId, null, null, sourceId, sourceId, source.associationId);
    }

    /** This contact, which from now on continues another one too; what it was related to before stays. */
    Lineage withSource(Lineage source, String sourceId) {
        return new Lineage(
                initialContactId,
                previousContactId,
                nextContactId,
                relatedContactId == null ? sourceId : relatedContactId,
                sourceId,
                relatedContactId == null ? source.associationId : associationId);
    }

    /** The contact that follows another one in the same session. */
    static Lineage following(Lineage before, String previousContactId) {
        return new Lineage(
                before.initialContactId,
                previousContactId,
                null,
                null,
                before.continuedFromContactId,
                before.associationId);
    }

    Lineage followedBy(String contactId) {
        return new Lineage(
                initialContactId,
                previousContactId,
                contactId,
                relatedContactId,
                continuedFromContactId,
                associationId);
    }
}
