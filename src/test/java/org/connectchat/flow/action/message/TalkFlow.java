package org.connectchat.flow.action.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;

/** A flow of one action, whose errors and conditions lead to actions that say their names and end the flow. */
final class TalkFlow {

    /** Says its own identifier and waits for ever, so that the chat goes on. */
    private record Arrive() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            String text = step.text("Text");
            step.chat().say(text == null ? step.action().identifier() : text);
            return new Outcome.Waiting(new Standing());
        }

        @Override
        public Pending resume(SavedWait wait, StatePath path) {
            return new Standing();
        }
    }

    private record Standing() implements Pending {

        @Override
        public String waitsFor() {
            return "the end of the test";
        }

        @Override
        public SavedWait save() {
            return SavedWait.of(new SavedWait.Time(Instant.MAX, List.of(), waitsFor()));
        }
    }

    private TalkFlow() {}

    static List<ActionType> with(ActionType type) {
        return List.of(type, new Arrive());
    }

    /** The action goes on to "next", "NME", "NMC", "late", or to the identifier that a condition names. */
    static String of(String type, String parameters, String timeoutError, String... results) {
        String ends = Stream.concat(Stream.of("next", "NME", "NMC", "late"), Stream.of(results))
                .map("{\"Identifier\": \"%s\", \"Type\": \"Arrive\"}"::formatted)
                .collect(Collectors.joining(", "));
        return of(type, parameters, timeoutError, ends, results);
    }

    /** As {@link #of(String, String, String, String...)}; the only result leads to an action that says this text. */
    static String saying(String type, String parameters, String timeoutError, String result, String text) {
        String ends = """
                {"Identifier": "%s", "Type": "Arrive", "Parameters": {"Text": "%s"}}""".formatted(result, text)
                + Stream.of("next", "NME", "NMC", "late")
                        .map(", {\"Identifier\": \"%s\", \"Type\": \"Arrive\"}"::formatted)
                        .collect(Collectors.joining());
        return of(type, parameters, timeoutError, ends, new String[] {result});
    }

    private static String of(String type, String parameters, String timeoutError, String ends, String[] results) {
        String conditions =
                Stream.of(results).map(result -> """
                        {"NextAction": "%1$s", "Condition": {"Operator": "Equals", "Operands": ["%1$s"]}}""".formatted(result)).collect(Collectors.joining(", "));
        return """
                {"Version": "2019-10-30", "StartAction": "it", "Metadata": {}, "Actions": [
                  {"Identifier": "it", "Type": "%s", "Parameters": %s, "Transitions": {
                    "NextAction": "next",
                    "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "NME"},
                               {"ErrorType": "NoMatchingCondition", "NextAction": "NMC"},
                               {"ErrorType": "%s", "NextAction": "late"}],
                    "Conditions": [%s]}}, %s]}""".formatted(type, parameters, timeoutError, conditions, ends);
    }
}
