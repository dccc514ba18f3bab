package org.connectchat.flow.module;

import java.util.List;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowRefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a module declares of its input, its result data and its results (rule F88). The {@code Settings} that the console
 * writes into the content declare nothing, so they permit everything.
 *
 * @param settings missing if nothing is declared
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlowModule.html">Settings</a>
 */
public record ModuleDeclaration(JsonNode settings) {

    /** Permits everything. */
    public static final ModuleDeclaration NONE = new ModuleDeclaration(MissingNode.getInstance());

    private static final List<String> OF_THE_CONSOLE = List.of("InputParameters", "OutputParameters", "Transitions");
    private static final List<String> DECLARING = List.of("input", "resultData", "transitions");

    /** What the content of a module declares. */
    public static ModuleDeclaration of(FlowContent content) {
        JsonNode settings = content.settings();
        return settings == null ? NONE : of(settings);
    }

    /**
     * What the {@code Settings} of an operation declare.
     *
     * @throws FlowRefusedException if they are no JSON object
     */
    public static ModuleDeclaration of(String settings) {
        return of(FlowReader.readSettings(settings));
    }

    private static ModuleDeclaration of(JsonNode settings) {
        return isDeclaring(settings) ? new ModuleDeclaration(settings) : NONE;
    }

    private static boolean isDeclaring(JsonNode settings) {
        return settings.isObject()
                && (DECLARING.stream().anyMatch(settings::has)
                        || OF_THE_CONSOLE.stream().noneMatch(settings::has));
    }

    /** What is wrong with the input of a call; null if it is as declared. */
    public @Nullable String problemOfInput(JsonNode input) {
        return problem("Input", "input", input, SchemaCheck.RESOLVED);
    }

    /** What is wrong with an input as a flow writes it, with references; null if it can be as declared. */
    @Nullable
    String problemOfWrittenInput(JsonNode input) {
        return problem("Input", "input", input, SchemaCheck.WRITTEN);
    }

    /** What is wrong with a return; null if it is as declared. An empty result chooses none of the declared ones. */
    public @Nullable String problemOfReturn(String result, JsonNode data) {
        String problem = problemOfResult(result);
        return problem == null ? problem("ResultData", "resultData", data, SchemaCheck.RESOLVED) : problem;
    }

    /** What is wrong with result data as a module writes them, with references; null if they can be as declared. */
    @Nullable
    String problemOfWrittenData(JsonNode data) {
        return problem("ResultData", "resultData", data, SchemaCheck.WRITTEN);
    }

    /** What is wrong with the name of a result; null if it is declared, or empty. */
    @Nullable
    String problemOfResult(String result) {
        return settings.isMissingNode() || result.isEmpty() || declares(result)
                ? null
                : "its settings declare no result " + result;
    }

    private boolean declares(String result) {
        for (JsonNode declared : settings.path("transitions").path("results")) {
            if (result.equals(declared.path("name").stringValue(null))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String problem(String parameter, String member, JsonNode value, SchemaCheck check) {
        if (settings.isMissingNode()) {
            return null;
        }
        JsonNode schema = settings.path(member).path("schema");
        for (String name : value.propertyNames()) {
            if (!schema.path("properties").has(name) && !check.isOpen(name)) {
                return parameter + " has a member that its settings do not declare: " + name;
            }
        }
        return schema.isObject() ? check.problem(schema, value, parameter) : null;
    }

    /** Without names and values, which callers chose. */
    @Override
    public String toString() {
        return "ModuleDeclaration";
    }
}
