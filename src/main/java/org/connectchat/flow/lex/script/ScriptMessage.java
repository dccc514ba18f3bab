package org.connectchat.flow.lex.script;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of a scripted bot: a text, or an interactive template. A text that is the JSON of a template is also a
 * template, so that a setting or an environment variable can have one.
 *
 * @param text the text, or null for a template
 * @param templateType the type of the template, such as {@code ListPicker}
 * @param version the version of the template
 * @param data the data of the template
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/interactive-messages.html">Interactive messages</a>
 */
public record ScriptMessage(
        @Nullable String text,
        @Nullable String templateType,
        @Nullable String version,
        @Nullable Map<String, @Nullable Object> data) {

    private static final JsonMapper JSON = JsonMappers.builder().build();

    /** A text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ScriptMessage of(String text) {
        return new ScriptMessage(text, null, null, null);
    }

    /** The explicit constructor tells Jackson to read objects with it, besides texts. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public ScriptMessage {}

    boolean isComplete() {
        return text == null
                ? templateType != null && data != null
                : templateType == null && version == null && data == null;
    }

    /** The text, or the JSON of the template. */
    String content() {
        if (text != null) {
            return text;
        }
        Map<String, @Nullable Object> template = new LinkedHashMap<>();
        template.put("templateType", templateType);
        template.put("version", Objects.requireNonNullElse(version, "1.0"));
        template.put("data", listed(data));
        return JSON.writeValueAsString(template);
    }

    /** Restores lists: Spring binds {@code elements[0]} below such a map as another map, with the key 0. */
    private static @Nullable Object listed(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        boolean list = !map.isEmpty()
                && map.keySet()
                        .equals(IntStream.range(0, map.size())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.toSet()));
        if (list) {
            return IntStream.range(0, map.size())
                    .mapToObj(i -> listed(map.get(Integer.toString(i))))
                    .toList();
        }
        Map<Object, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put(name, listed(member)));
        return members;
    }
}
