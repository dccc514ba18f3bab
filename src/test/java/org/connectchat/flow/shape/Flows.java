package org.connectchat.flow.shape;

import java.util.List;
import org.connectchat.flow.action.ActionTypes;
import org.connectchat.flow.action.AllTypes;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;

/** Makes small flows, and tells their problems. */
final class Flows {

    private static final ActionTypes TYPES = AllTypes.shapes();

    private Flows() {}

    /** The content of a flow with one action before its end. */
    static String with(String type, String parameters, String transitions) {
        return """
                {"Version": "2019-10-30", "StartAction": "first", "Actions": [
                  {"Identifier": "first", "Type": "%s", "Parameters": %s, "Transitions": %s},
                  {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}
                """.formatted(type, parameters, transitions);
    }

    /** Transitions to the end, with entries for these errors. */
    static String toTheEnd(String... errors) {
        return "{\"NextAction\": \"end\", \"Errors\": ["
                + String.join(
                        ", ",
                        List.of(errors).stream()
                                .map("{\"ErrorType\": \"%s\", \"NextAction\": \"end\"}"::formatted)
                                .toList())
                + "]}";
    }

    /** Transitions to the end, with the entry NoMatchingCondition and one condition for each operand. */
    static String conditions(String operator, String... operands) {
        return "{\"NextAction\": \"end\", \"Errors\": [{\"ErrorType\": \"NoMatchingCondition\", \"NextAction\": \"end\"}],"
                + " \"Conditions\": ["
                + String.join(
                        ", ",
                        List.of(operands).stream()
                                .map(operand ->
                                        "{\"NextAction\": \"end\", \"Condition\": {\"Operator\": \"%s\", \"Operands\": [\"%s\"]}}"
                                                .formatted(operator, operand))
                                .toList())
                + "]}";
    }

    static List<String> messages(String content) {
        return messages(content, FlowType.CONTACT_FLOW);
    }

    static List<String> messages(String content, FlowType type) {
        return problems(content, type).stream().map(Problem::message).toList();
    }

    static List<Problem> problems(String content, FlowType type) {
        return FlowCheck.problems(FlowReader.draft(content), type, TYPES::shape);
    }
}
