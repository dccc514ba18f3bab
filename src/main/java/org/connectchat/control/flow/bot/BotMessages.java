package org.connectchat.control.flow.bot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.connectchat.flow.lex.script.ScriptMessage;
import org.jspecify.annotations.Nullable;

/** Messages of scripted bots as JSON: a text, or an object for a template. */
final class BotMessages {

    static final String RULE = "must be a text, or an object with templateType, data and optionally version";

    private static final Set<String> MEMBERS = Set.of("templateType", "version", "data");

    private BotMessages() {}

    /** The message; null if the value is neither a text nor a template. */
    static @Nullable ScriptMessage read(Object value) {
        if (value instanceof String text) {
            return ScriptMessage.of(text);
        }
        return value instanceof Map<?, ?> members && MEMBERS.containsAll(members.keySet()) ? template(members) : null;
    }

    private static @Nullable ScriptMessage template(Map<?, ?> members) {
        Object version = members.get("version");
        if (!(members.get("templateType") instanceof String type)
                || !(members.get("data") instanceof Map<?, ?> data)
                || !(version == null || version instanceof String)) {
            return null;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        data.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return new ScriptMessage(null, type, (String) version, copy);
    }

    static Object shown(ScriptMessage message) {
        if (message.text() != null) {
            return message.text();
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("templateType", message.templateType());
        if (message.version() != null) {
            members.put("version", message.version());
        }
        members.put("data", message.data());
        return members;
    }
}
