package org.connectchat.flow.action.course;

import java.util.List;
import org.connectchat.flow.action.RunnableFlow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a module declares of its input, its result data and its results (rule F88). The {@code Settings} that the console
 * writes into the content declare nothing, so they permit everything.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlowModule.html">Settings</a>
 */
final class ModuleSettings {

    private static final List<String> OF_THE_CONSOLE = List.of("InputParameters", "OutputParameters", "Transitions");
    private static final List<String> DECLARING = List.of("input", "resultData", "transitions");

    private final JsonNode settings;

    private ModuleSettings(JsonNode settings) {
        this.settings = settings;
    }

    static ModuleSettings of(RunnableFlow module) {
        JsonNode settings = module.settings();
        return new ModuleSettings(settings == null || !isDeclaring(settings) ? MissingNode.getInstance() : settings);
    }

    private static boolean isDeclaring(JsonNode settings) {
        return settings.isObject()
                && (DECLARING.stream().anyMatch(settings::has)
                        || OF_THE_CONSOLE.stream().noneMatch(settings::has));
    }

    /** What is wrong with the input of a call; null if it is valid. */
    @Nullable
    String problemOfInput(JsonNode input) {
        return settings.isMissingNode() ? null : problem("Input", "input", input);
    }

    /** What is wrong with a return; null if it is valid. A return without a result is always valid. */
    @Nullable
    String problemOfReturn(String result, JsonNode data) {
        if (settings.isMissingNode()) {
            return null;
        }
        if (!result.isEmpty() && !declares(result)) {
            return "its settings declare no result " + result;
        }
        return problem("ResultData", "resultData", data);
    }

    private boolean declares(String result) {
        for (JsonNode declared : settings.path("transitions").path("results")) {
            if (result.equals(declared.path("name").stringValue(null))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String problem(String parameter, String member, JsonNode value) {
        JsonNode schema = settings.path(member).path("schema");
        for (String name : value.propertyNames()) {
            if (!schema.path("properties").has(name)) {
                return parameter + " has a member that its settings do not declare: " + name;
            }
        }
        return schema.isObject() ? SchemaCheck.problem(schema, value, parameter) : null;
    }
}
