package org.connectchat.chat.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.chat.ChatRefused;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the tags of a contact, for the operation TagContact and the action of that name (rules U2 and F93).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_TagContact.html">TagContact</a>
 */
public final class ContactTags {

    /** How many tags a contact has at most. */
    public static final int MAXIMUM = 6;

    private static final int MAX_VALUE = 256;
    private static final String RESERVED = "aws:";
    private static final Pattern KEY = Pattern.compile("[a-zA-Z+-=._:/]{1,128}");

    private ContactTags() {}

    /** Why a key cannot be used, or null. */
    public static @Nullable String problemOfKey(String key) {
        if (key.startsWith(RESERVED)) {
            return "Tags whose keys begin with " + RESERVED + " are reserved for Amazon Connect";
        }
        return KEY.matcher(key).matches()
                ? null
                : "The key of a tag has 1 to 128 letters, digits and characters of +-,./:;<=_";
    }

    /** Why a tag cannot be set, or null. */
    public static @Nullable String problem(Map.Entry<String, String> tag) {
        int length = tag.getValue().codePointCount(0, tag.getValue().length());
        return length > MAX_VALUE
                ? "The value of a tag has " + length + " characters; the maximum is " + MAX_VALUE
                : problemOfKey(tag.getKey());
    }

    /**
     * Adds tags; those of the same key are replaced.
     *
     * @throws ChatRefused if there would be too many
     */
    public static Map<String, String> added(Map<String, String> tags, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(tags);
        all.putAll(more);
        if (all.size() > MAXIMUM) {
            throw new ChatRefused(
                    ChatRefused.Reason.TOO_MANY_TAGS,
                    "The contact would have " + all.size() + " tags; the maximum is " + MAXIMUM);
        }
        return all;
    }
}
