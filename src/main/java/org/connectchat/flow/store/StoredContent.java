package org.connectchat.flow.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return new StoredContent(text, sha256(text), parsed);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Without the text, so that no log line has it. */
    @Override
    public String toString() {
        return "StoredContent[" + sha256 + "]";
    }
}
