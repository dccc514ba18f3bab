package org.connectchat.flow.action;

import java.util.List;
import java.util.Map;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.FlowCheck;
import org.connectchat.flow.state.SavedWait;
import org.jspecify.annotations.Nullable;

/** Flows of a few actions, one after the other. Then, and after any failure, they stay where they are. */
public final class ActionFlow {

    /** The identifier of the action at which the flow stays if all has gone well. */
    public static final String DONE = "done";

    /** The identifier of the action at which the flow stays after a failure. */
    public static final String FAILED = "failed";

    private ActionFlow() {}

    /** Waits as long as the chat goes on. */
    public static final class Stay implements ActionType {

        private static final Pending FOR_EVER = new Pending() {
            @Override
            public String waitsFor() {
                return "the end of the chat";
            }

            @Override
            public @Nullable SavedWait save() {
                return null;
            }
        };

        @Override
        public ActionShape shape() {
            return ActionShape.of().terminal();
        }

        @Override
        public Outcome run(Step step) {
            return new Outcome.Waiting(FOR_EVER);
        }
    }

    /** A flow of one action; a quote in the parameters may be single. */
    public static String of(String type, String parameters) {
        return of(type, parameters, "");
    }

    /** A flow of one action, with metadata. */
    public static String withMetadata(String metadata, String type, String parameters) {
        return of(type, parameters).replace("\"Metadata\": {}", "\"Metadata\": " + metadata.replace('\'', '"'));
    }

    private static String of(String type, String parameters, String more) {
        return flow(action("1", type, parameters, DONE) + more);
    }

    /** A flow of two actions. */
    public static String of(String first, String itsParameters, String second, String parametersOfSecond) {
        return flow(action("1", first, itsParameters, "2") + ", " + action("2", second, parametersOfSecond, DONE));
    }

    private static String flow(String actions) {
        return """
                {"Version": "2019-10-30", "StartAction": "1", "Metadata": {}, "Actions": [%s,
                  {"Identifier": "done", "Type": "Stay", "Parameters": {}, "Transitions": {}},
                  {"Identifier": "failed", "Type": "Stay", "Parameters": {}, "Transitions": {}}]}""".formatted(actions);
    }

    private static String action(String identifier, String type, String parameters, String next) {
        return """
                {"Identifier": "%s", "Type": "%s", "Parameters": %s, "Transitions": {"NextAction": "%s",
                  "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "failed"}]}}""".formatted(identifier, type, parameters.replace('\'', '"'), next);
    }

    /** The problems of a flow of one action, which has entries for these errors. */
    public static List<Problem> problems(List<ActionType> types, String type, String parameters, List<String> errors) {
        String entries = String.join(
                ", ",
                errors.stream()
                        .map("{\"ErrorType\": \"%s\", \"NextAction\": \"failed\"}"::formatted)
                        .toList());
        String flow = of(type, parameters).replaceFirst("\"Errors\": \\[[^]]*]", "\"Errors\": [" + entries + "]");
        ActionTypes known = new ActionTypes(types);
        ActionShape ofStay = new Stay().shape();
        return FlowCheck.problems(
                FlowReader.draft(flow),
                FlowType.CONTACT_FLOW,
                name -> Map.of("Stay", ofStay).getOrDefault(name, known.shape(name)));
    }
}
