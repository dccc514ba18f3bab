package org.connectchat.flow.action.contact;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the tags of a contact.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_TagContact.html">TagContact</a>
 */
final class Tags {

    static final int MAX_TAGS = 6;

    private static final int MAX_VALUE = 256;
    private static final String RESERVED = "aws:";
    private static final Pattern KEY = Pattern.compile("[a-zA-Z+-=._:/]{1,128}");

    private Tags() {}

    /** Why a key cannot be used, or null. */
    static @Nullable String problemOfKey(String key) {
        if (key.startsWith(RESERVED)) {
            return "Tags whose keys begin with " + RESERVED + " are reserved for Amazon Connect";
        }
        return KEY.matcher(key).matches()
                ? null
                : "The key of a tag has 1 to 128 letters, digits and characters of +-,./:;<=_";
    }

    /** Why a tag cannot be set, or null. */
    static @Nullable String problem(Map.Entry<String, String> tag) {
        return tag.getValue().length() > MAX_VALUE
                ? "The value of a tag has " + tag.getValue().length() + " characters; the maximum is " + MAX_VALUE
                : problemOfKey(tag.getKey());
    }
}
