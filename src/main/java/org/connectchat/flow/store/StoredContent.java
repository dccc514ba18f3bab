package org.connectchat.flow.store;

import org.connectchat.flow.language.ContentText;
import org.connectchat.flow.language.FlowContent;
import org.jspecify.annotations.Nullable;

/**
 * The content of a flow or a module.
 *
 * @param text the text as the caller sent it (rule F84)
 * @param sha256 the hash of the text in UTF-8, as 64 hexadecimal digits
 * @param parsed null if the content was saved without a check
 */
public record StoredContent(
        String text, String sha256, @Nullable FlowContent parsed) {

    public static StoredContent of(String text, @Nullable FlowContent parsed) {
        return new StoredContent(text, ContentText.sha256(text), parsed);
    }

    /** Without the text, so that no log line has it. */
    @Override
    public String toString() {
        return "StoredContent[" + sha256 + "]";
    }
}
