package org.connectchat.chat.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.memory.SharedTexts;

/** Computes the size of contact attributes, and merges them. */
public final class ContactAttributes {

    /** Rule I7: UTF-8 bytes over all keys and values of a contact. */
    public static final int MAXIMUM_BYTES = 32_768;

    private ContactAttributes() {}

    /** UTF-8 bytes over all keys and values. */
    public static int bytes(Map<String, String> attributes) {
        int bytes = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            bytes += utf8Length(attribute.getKey()) + utf8Length(attribute.getValue());
        }
        return bytes;
    }

    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                bytes += 2; // a pair of surrogates is one character of four bytes
            } else {
                bytes += 3;
            }
        }
        return bytes;
    }

    /** The attributes of {@code base}, replaced and extended by those of {@code over}. */
    public static Map<String, String> overlaid(Map<String, String> base, Map<String, String> over) {
        if (base.isEmpty()) {
            return withinLimit(over);
        }
        Map<String, String> merged = new LinkedHashMap<>(base);
        merged.putAll(over);
        return withinLimit(merged);
    }

    /** Like {@link #overlaid}; a key whose new value is empty is removed. */
    public static Map<String, String> updated(Map<String, String> base, Map<String, String> changes) {
        Map<String, String> merged = new LinkedHashMap<>(base);
        changes.forEach((key, value) -> {
            if (value.isEmpty()) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        return withinLimit(merged);
    }

    private static Map<String, String> withinLimit(Map<String, String> attributes) {
        int bytes = bytes(attributes);
        if (bytes > MAXIMUM_BYTES) {
            throw new ChatRefused(
                    ChatRefused.Reason.ATTRIBUTES_TOO_LARGE,
                    "Attributes: must not exceed " + MAXIMUM_BYTES
                            + " UTF-8 bytes over all keys and values of the contact, would be " + bytes);
        }
        return SharedTexts.of(attributes); // takes a third of the memory of the JSON parser's map
    }
}
