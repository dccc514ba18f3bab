package org.connectchat.flow.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The text that content was read from. Two are equal if their texts are. */
public final class ContentText {

    private final String text;
    private volatile @Nullable String sha256;

    public ContentText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The hash of the text in UTF-8, as 64 hexadecimal digits. The first call makes it. */
    public String sha256() {
        String made = sha256;
        if (made == null) {
            made = sha256(text);
            sha256 = made; // two threads may each make one; both are equal
        }
        return made;
    }

    /** The hash of a text in UTF-8, as 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentText content && text.equals(content.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Without the text, so that no log line has it. */
    @Override
    public String toString() {
        return "ContentText[" + text.length() + "]";
    }
}
