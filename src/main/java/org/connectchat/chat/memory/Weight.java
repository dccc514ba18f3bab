package org.connectchat.chat.memory;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The approximate bytes that values take in the heap of a 64-bit JVM with compressed pointers and compact strings.
 * WeightTest compares it with the heap.
 */
public final class Weight {

    /** A node of a hash map or of a linked list, with its part of the table. */
    public static final long ENTRY = 48;

    private static final long STRING = 24;
    private static final long ARRAY = 16;
    private static final int LAST_LATIN_1 = 0xff;

    private Weight() {}

    /** Weighs a text: one byte for each character, or two if one of them is beyond Latin-1. */
    public static long of(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= text.charAt(i);
        }
        long bytes = bits > LAST_LATIN_1 ? 2L * text.length() : text.length();
        return STRING + ARRAY + ((bytes + 7) & ~7);
    }

    /** Weighs a list of texts. */
    public static long of(Collection<String> texts) {
        long bytes = ENTRY;
        for (String text : texts) {
            bytes += 4 + of(text);
        }
        return bytes;
    }

    /** Weighs an immutable map. */
    public static long of(Map<String, String> texts) {
        long bytes = ENTRY;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            bytes += 16 + of(text.getKey()) + of(text.getValue());
        }
        return bytes;
    }
}
