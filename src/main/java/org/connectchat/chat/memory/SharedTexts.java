package org.connectchat.chat.memory;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets equal short texts of many chats be one object: the names of attributes, ids of flows and content types are the same in
 * most chats. A new text takes the place of another one, so the table does not grow, and what is lost is only that two equal
 * texts are two objects. Threads need no lock: whatever they see in a place is a whole text.
 */
public final class SharedTexts {

    private static final int PLACES = 1_024;
    private static final int LONGEST = 80;

    private static final Object[] KNOWN = new Object[PLACES];

    private SharedTexts() {}

    /** An equal text, the same object for most callers. */
    public static String of(String text) {
        return text.length() > LONGEST ? text : shared(text);
    }

    /** An equal list, of shared texts. */
    public static List<String> of(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        String[] all = new String[texts.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = of(texts.get(i));
        }
        return shared(List.of(all));
    }

    /** An equal map that cannot be changed, of shared texts. */
    public static Map<String, String> of(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
        Map.Entry<String, String>[] entries = new Map.Entry[texts.size()];
        int i = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            entries[i++] = Map.entry(of(text.getKey()), of(text.getValue()));
        }
        return Map.ofEntries(entries);
    }

    @SuppressWarnings("unchecked") // a text equals only texts, and a list only lists
    private static <T> T shared(T value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Object known = KNOWN[place];
        if (Objects.equals(value, known)) {
            return (T) known;
        }
        KNOWN[place] = value;
        return value;
    }
}
