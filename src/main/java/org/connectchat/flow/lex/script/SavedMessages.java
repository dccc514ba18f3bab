package org.connectchat.flow.lex.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.flow.state.StatePath;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages of scripted bots, as a document of state has them: as the control API shows them. */
final class SavedMessages {

    private static final String TYPE = "templateType";
    private static final String VERSION = "version";
    private static final String DATA = "data";
    private static final Set<String> MEMBERS = Set.of(TYPE, VERSION, DATA);
    private static final JsonMapper JSON = JsonMappers.builder().build();

    private SavedMessages() {}

    static JsonNode save(ScriptMessage message) {
        if (message.text() != null) {
            return JsonNodeFactory.instance.stringNode(message.text());
        }
        ObjectNode template = JsonNodeFactory.instance.objectNode().put(TYPE, message.templateType());
        if (message.version() != null) {
            template.put(VERSION, message.version());
        }
        return template.set(DATA, JSON.<JsonNode>valueToTree(message.data()));
    }

    static List<ScriptMessage> read(List<JsonNode> saved, StatePath path) {
        List<ScriptMessage> messages = new ArrayList<>();
        for (JsonNode each : saved) {
            messages.add(read(each, path.index(messages.size())));
        }
        return messages;
    }

    private static ScriptMessage read(JsonNode saved, StatePath path) {
        if (saved.isString()) {
            return ScriptMessage.of(saved.stringValue());
        }
        path.require(
                saved.path(TYPE).isString()
                        && saved.path(DATA).isObject()
                        && (!saved.has(VERSION) || saved.path(VERSION).isString())
                        && MEMBERS.containsAll(saved.propertyNames()),
                "must be a string, or an object with templateType, data and optionally version");
        Map<String, @Nullable Object> data = JSON.convertValue(saved.path(DATA), new TypeReference<>() {});
        String version = saved.has(VERSION) ? saved.path(VERSION).stringValue() : null;
        return new ScriptMessage(null, saved.path(TYPE).stringValue(), version, data);
    }
}
