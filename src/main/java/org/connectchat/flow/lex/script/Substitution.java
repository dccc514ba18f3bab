package org.connectchat.flow.lex.script;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces the references of a script: {@code {input}} by the input, {@code {1}} by a group of the regular expression.
 *
 * @param groups what the expression and its groups matched; empty without an expression, and then {@code {1}} stays as it is
 */
record Substitution(String input, List<String> groups) {

    private static final JsonMapper JSON =
            JsonMappers.keepingNumbers(JsonMappers.builder()).build();
    private static final Pattern REFERENCE = Pattern.compile("\\{(input|[0-9]{1,2})}");

    /** The highest group that a text refers to, or -1. */
    static int highestGroup(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(reference -> reference.group(1))
                .filter(name -> !name.equals("input"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(-1);
    }

    /** Replaces the references in the strings of a JSON object, or in a text. Other content stays as it is. */
    String inMessage(String content) {
        if (!REFERENCE.matcher(content).find()) {
            return content;
        }
        JsonNode template = object(content);
        return template == null ? inText(content) : JSON.writeValueAsString(inTree(template));
    }

    String inText(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(value(reference)));
    }

    private String value(MatchResult reference) {
        String name = reference.group(1);
        if (name.equals("input")) {
            return input;
        }
        int group = Integer.parseInt(name);
        return group < groups.size() ? groups.get(group) : reference.group();
    }

    private JsonNode inTree(JsonNode node) {
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(inText(node.stringValue()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                members.set(member.getKey(), inTree(member.getValue()));
            }
            return members;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> elements.add(inTree(element)));
            return elements;
        }
        return node;
    }

    private static @Nullable JsonNode object(String content) {
        if (!content.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(content);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null; // a text that begins with a brace
        }
    }
}
