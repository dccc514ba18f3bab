package org.connectchat.connect;

import java.util.Map;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The rules for contact attributes, for every operation that accepts them (rules I6 and I7). */
public final class AttributeRules {

    public static final String KEY_CHARACTERS = "may only hold the characters A-Z a-z 0-9 - _";
    private static final int MAX_LENGTH = 32_767;

    private AttributeRules() {}

    public static void check(@Nullable Map<String, String> attributes, Violations violations) {
        if (attributes == null) {
            return;
        }
        attributes.forEach((key, value) -> checkOne(key, value, violations));
        int bytes = ContactAttributes.bytes(attributes);
        if (bytes > ContactAttributes.MAXIMUM_BYTES) {
            violations.value(
                    "Attributes",
                    "must not exceed " + ContactAttributes.MAXIMUM_BYTES + " UTF-8 bytes over all keys and values, was "
                            + bytes);
        }
    }

    private static void checkOne(String key, String value, Violations violations) {
        violations.length("Attributes (key)", key, 1, MAX_LENGTH);
        if (!key.isEmpty() && !isPlainKey(key, 0)) {
            violations.value("Attributes." + Violations.abbreviated(key), "the key " + KEY_CHARACTERS);
        }
        if (value.length() > MAX_LENGTH) {
            violations.length("Attributes." + Violations.abbreviated(key), value, 0, MAX_LENGTH);
        }
    }

    /**
     * Whether the text from a position on has only ASCII letters, digits, hyphens and underscores, and at least one.
     */
    public static boolean isPlainKey(String key, int from) {
        for (int i = from; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!plain) {
                return false;
            }
        }
        return key.length() > from;
    }
}
