package org.connectchat.connect.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The constraints on members of requests that flows and modules share. */
public final class FlowRules {

    /** The maximum length of the content of a flow or a module (rule F81). */
    public static final int MAX_CONTENT_CHARACTERS = 256_000;

    /** The maximum size of a body with such content, in which JSON may write a character as an escape of twelve bytes. */
    public static final int MAX_BODY_BYTES = 4 << 20;

    /** The largest page of a list of flows or modules. */
    public static final int MAX_RESULTS = 1_000;

    static final int MAX_NAME_CHARACTERS = 256;

    static final List<String> TYPES = Arrays.stream(FlowType.values())
            .filter(type -> type != FlowType.MODULE)
            .map(Enum::name)
            .toList();
    static final List<String> STATUSES = names(StoredFlow.Status.values());
    private static final List<String> STATES = names(StoredFlow.State.values());

    private static final int MAX_TAGS = 50;
    private static final Pattern TAG_KEY = Pattern.compile("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private FlowRules() {}

    public static void content(@Nullable String content, Violations violations) {
        if (content != null) {
            violations.length("Content", content, 1, MAX_CONTENT_CHARACTERS);
        }
    }

    public static void tags(@Nullable Map<String, String> tags, Violations violations) {
        if (tags == null) {
            return;
        }
        if (tags.isEmpty() || tags.size() > MAX_TAGS) {
            violations.value("Tags", "must have 1 to " + MAX_TAGS + " entries, has " + tags.size());
        }
        tags.forEach((key, value) -> {
            violations.length("Tags (key)", key, 1, 128);
            if (!TAG_KEY.matcher(key).matches()) {
                violations.value(
                        "Tags." + Violations.abbreviated(key),
                        "the key must have only letters, digits, blanks and _ . : / = + - @, and must not begin with aws:");
            }
            violations.length("Tags." + Violations.abbreviated(key), value, 0, 256);
        });
    }

    public static void state(String member, @Nullable String state, Violations violations) {
        violations.oneOf(member, state, STATES);
    }

    /** The state of a request without violations. */
    public static StoredFlow.@Nullable State stateOrNull(@Nullable String state) {
        return state == null ? null : StoredFlow.State.valueOf(state);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
