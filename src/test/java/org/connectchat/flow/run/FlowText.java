package org.connectchat.flow.run;

import java.util.ArrayList;
import java.util.List;

/** Writes the JSON of small flows: actions, each with the actions that follow it. */
public final class FlowText {

    private final List<String> actions = new ArrayList<>();
    private String settings = "";

    /** Adds an action that leads on to another one. */
    public FlowText action(String identifier, String type, String parameters, String next, String... transitions) {
        actions.add(
                "{\"Identifier\": \"%s\", \"Type\": \"%s\", \"Parameters\": %s, \"Transitions\": {\"NextAction\": \"%s\"%s}}"
                        .formatted(
                                identifier,
                                type,
                                parameters,
                                next,
                                transitions.length == 0 ? "" : ", " + String.join(", ", transitions)));
        return this;
    }

    /** Adds an action without transitions. */
    public FlowText end(String identifier, String type, String parameters) {
        actions.add("{\"Identifier\": \"%s\", \"Type\": \"%s\", \"Parameters\": %s, \"Transitions\": {}}"
                .formatted(identifier, type, parameters));
        return this;
    }

    /** Adds an end of the chat. */
    public FlowText end(String identifier) {
        return end(identifier, "DisconnectParticipant", "{}");
    }

    /** Adds a wait of ten minutes, at which a chat stands until its test is over. */
    public FlowText stand(String identifier) {
        return action(identifier, "Wait", "{\"TimeLimitSeconds\": \"600\"}", identifier);
    }

    public FlowText settings(String json) {
        settings = ", \"Settings\": " + json;
        return this;
    }

    /** Error entries: type, action, type, action. */
    public static String errors(String... typesAndActions) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < typesAndActions.length; i += 2) {
            entries.add("{\"ErrorType\": \"%s\", \"NextAction\": \"%s\"}"
                    .formatted(typesAndActions[i], typesAndActions[i + 1]));
        }
        return "\"Errors\": [" + String.join(", ", entries) + "]";
    }

    /** Conditions with one operator: operand, action, operand, action. */
    public static String conditions(String operator, String... operandsAndActions) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < operandsAndActions.length; i += 2) {
            entries.add("{\"NextAction\": \"%s\", \"Condition\": {\"Operator\": \"%s\", \"Operands\": [\"%s\"]}}"
                    .formatted(operandsAndActions[i + 1], operator, operandsAndActions[i]));
        }
        return "\"Conditions\": [" + String.join(", ", entries) + "]";
    }

    /** The flow; it begins with its first action. */
    public String json() {
        String first = actions.get(0).split("\"", 5)[3];
        return "{\"Version\": \"2019-10-30\", \"StartAction\": \"%s\", \"Metadata\": {}, \"Actions\": [%s]%s}"
                .formatted(first, String.join(", ", actions), settings);
    }
}
