package org.connectchat.flow.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of an action, by the three kinds of rule F12: static (here {@code fixed}), single and text. The first use
 * of a text with references parses it, and the result is kept. Scalars may be strings, numbers or booleans (rule F4).
 */
public final class Parameters {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode values;
    private final Map<String, TextTemplate> templates;

    private Parameters(ObjectNode values, Map<String, TextTemplate> templates) {
        this.values = values;
        this.templates = templates;
    }

    public static Parameters of(ObjectNode values) {
        return new Parameters(values, new ConcurrentHashMap<>());
    }

    /** Whether a parameter is there and not null. */
    public boolean has(String name) {
        return value(name) != null;
    }

    /** A static parameter, in which a reference is text; null if it is absent or no scalar. */
    public @Nullable String fixed(String name) {
        JsonNode value = value(name);
        return value != null && value.isValueNode() ? ReferenceValues.text(value) : null;
    }

    /** The scalars of a static list; empty if the parameter is absent. */
    public List<String> fixedList(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode value = value(name);
        if (value != null && value.isArray()) {
            value.forEach(element -> texts.add(ReferenceValues.text(element)));
        }
        return List.copyOf(texts);
    }

    /** A parameter that is static or one whole reference; null if it is absent or the reference has no value. */
    public @Nullable String single(String name, ReferenceData data) {
        String text = fixed(name);
        Reference reference = text == null ? null : Reference.whole(text);
        if (reference == null) {
            return text;
        }
        JsonNode value = data.value(reference);
        return value == null || value.isNull() ? null : ReferenceValues.text(value);
    }

    /** A parameter with references anywhere; null if it is absent. */
    public @Nullable String text(String name, ReferenceData data) {
        String text = fixed(name);
        return text == null ? null : new Resolver(data).resolve(text);
    }

    /** An object of texts, such as attributes; both keys and values may hold references. */
    public Map<String, String> texts(String name, ReferenceData data) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNode value = value(name);
        if (value != null && value.isObject()) {
            Resolver resolver = new Resolver(data);
            value.properties()
                    .forEach(entry -> texts.put(
                            resolver.resolve(entry.getKey()),
                            resolver.resolve(ReferenceValues.text(entry.getValue()))));
        }
        return texts;
    }

    /** A parameter of any form: its texts and keys are resolved, numbers and booleans stay; null if it is absent. */
    public @Nullable JsonNode tree(String name, ReferenceData data) {
        JsonNode value = value(name);
        return value == null ? null : new Resolver(data).resolve(value);
    }

    /** The members of a parameter that is an object; empty if the parameter is absent or not an object. */
    public Parameters object(String name) {
        return new Parameters(value(name) instanceof ObjectNode object ? object : NODES.objectNode(), templates);
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Resolves the texts of one parameter, whose characters are bounded together. */
    private final class Resolver {

        private static final int MAX_CHARACTERS = 1_000_000;

        private final ReferenceData data;
        private int left = MAX_CHARACTERS;

        Resolver(ReferenceData data) {
            this.data = data;
        }

        String resolve(String text) {
            if (text.indexOf('$') < 0) {
                return text;
            }
            String resolved = templates
                    .computeIfAbsent(text, TextTemplate::of)
                    .resolve(data, Math.min(left, TextTemplate.MAX_RESOLVED_CHARACTERS));
            left -= resolved.length();
            return resolved;
        }

        JsonNode resolve(JsonNode value) {
            if (value.isString()) {
                return NODES.stringNode(resolve(value.stringValue()));
            }
            if (value.isObject()) {
                ObjectNode object = NODES.objectNode();
                value.properties().forEach(entry -> object.set(resolve(entry.getKey()), resolve(entry.getValue())));
                return object;
            }
            if (value.isArray()) {
                var list = NODES.arrayNode();
                value.forEach(element -> list.add(resolve(element)));
                return list;
            }
            return value;
        }
    }
}
