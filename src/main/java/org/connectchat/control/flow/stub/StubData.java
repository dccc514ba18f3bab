package org.connectchat.control.flow.stub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.connectchat.control.FieldProblem;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.JsonMappers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data that a stub merges into roots of references: roots of the run, and roots without a value on a chat. */
record StubData(Map<String, JsonNode> byRoot) {

    private static final JsonMapper JSON = JsonMappers.builder().build();

    private static final Set<String> ROOTS = Set.of(
            "Capabilities",
            "Case",
            "Customer",
            "CustomerCallbackNumber",
            "CustomerEndpoint",
            "Email",
            "External",
            "FlowAttributes",
            "Lex",
            "MediaStreams",
            "Metrics",
            "StoredCustomerInput",
            "SystemEndpoint",
            "Task",
            "TextToSpeechVoiceId",
            "Views",
            "Wisdom");

    /** Reads the data of a request, and adds what is wrong to the problems. */
    static StubData of(Map<String, Object> data, List<FieldProblem> problems) {
        Map<String, JsonNode> byRoot = new LinkedHashMap<>();
        data.forEach((root, value) -> {
            JsonNode tree = value instanceof JsonNode node ? node : JSON.valueToTree(value);
            if (tree.isNull()) {
                problems.add(new FieldProblem("data." + Violations.abbreviated(root), "must not be null"));
            } else if (ROOTS.contains(root)) {
                byRoot.put(root, tree);
            } else {
                problems.add(new FieldProblem(
                        "data." + Violations.abbreviated(root),
                        "must be one of the roots " + String.join(", ", new TreeSet<>(ROOTS))));
            }
        });
        return new StubData(byRoot);
    }
}
