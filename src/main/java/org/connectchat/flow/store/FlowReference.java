package org.connectchat.flow.store;

import org.jspecify.annotations.Nullable;

/**
 * The id or ARN by which a request or a flow names a flow or a module. The ARN may be of any account and instance, and
 * both may have a qualifier (rules F75 and F83).
 *
 * @param id the part after the last slash of an ARN, without the qualifier
 * @param qualifier the part after the id and a colon, such as {@code $SAVED}, {@code $LATEST} or an alias
 */
public record FlowReference(String id, @Nullable String qualifier) {

    private static final String SAVED = "$SAVED";
    private static final String LATEST = "$LATEST";

    /** Reads an id or ARN. */
    public static FlowReference of(String idOrArn) {
        String last = idOrArn.startsWith("arn:") ? idOrArn.substring(idOrArn.lastIndexOf('/') + 1) : idOrArn;
        int colon = last.indexOf(':');
        return colon < 0
                ? new FlowReference(last, null)
                : new FlowReference(last.substring(0, colon), last.substring(colon + 1));
    }

    /** Whether it names the saved content, published or not. */
    public boolean namesSaved() {
        return SAVED.equals(qualifier);
    }

    /** Whether it names a version or an alias, which the emulator does not have. */
    public boolean namesVersion() {
        return qualifier != null && !SAVED.equals(qualifier) && !LATEST.equals(qualifier);
    }
}
