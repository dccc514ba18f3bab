package org.connectchat.flow.language;

import java.util.Set;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The rules for identifiers of actions (rule F2). */
final class Identifiers {

    private static final int MAX_CHARACTERS = 50;
    private static final String FORBIDDEN_CHARACTERS = "%:(\\/)=$,;[]{}";
    private static final Set<String> FORBIDDEN_WORDS = Set.of(
            "__proto__",
            "constructor",
            "__defineGetter__",
            "__defineSetter__",
            "toString",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "toLocaleString",
            "valueOf");

    private Identifiers() {}

    /** What is wrong with an identifier; null if nothing is. */
    static @Nullable String problem(String identifier) {
        int characters = identifier.codePointCount(0, identifier.length());
        if (characters < 1 || characters > MAX_CHARACTERS) {
            return "must have 1 to " + MAX_CHARACTERS + " characters, has " + characters;
        }
        if (FORBIDDEN_WORDS.contains(identifier)) {
            return "must not be " + identifier;
        }
        boolean isAllowed = identifier.chars().noneMatch(c -> FORBIDDEN_CHARACTERS.indexOf(c) >= 0);
        return isAllowed
                ? null
                : "must have none of the characters % : ( \\ / ) = $ , ; [ ] { }, is \""
                        + Violations.abbreviated(identifier) + "\"";
    }
}
