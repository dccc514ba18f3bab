package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.FlowCheck;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The problems of flows whose actions talk to the customer. */
class MessageShapesTest {

    private static final Map<String, ActionShape> SHAPES = Map.of(
            "MessageParticipant", new MessageParticipant().shape(),
            "ShowView", new ShowView(Set::of).shape(),
            "ConnectParticipantWithLexBot", new ConnectParticipantWithLexBot(new ReplyingBot()).shape(),
            "End", ActionShape.of().terminal());

    private static List<String> problems(FlowType flowType, String type, String parameters, String... errors) {
        String entries = String.join(
                ", ",
                List.of(errors).stream()
                        .map("{\"ErrorType\": \"%s\", \"NextAction\": \"end\"}"::formatted)
                        .toList());
        String flow = """
                {"Version": "2019-10-30", "StartAction": "it", "Metadata": {}, "Actions": [
                  {"Identifier": "it", "Type": "%s", "Parameters": %s,
                   "Transitions": {"NextAction": "end", "Errors": [%s]}},
                  {"Identifier": "end", "Type": "End", "Parameters": {}, "Transitions": {}}]}""".formatted(type, parameters, entries);
        return FlowCheck.problems(FlowReader.draft(flow), flowType, SHAPES::get).stream()
                .map(Problem::message)
                .toList();
    }

    @Rule("F83")
    @Test
    void whatTheConsoleWritesHasNoProblem() {
        assertThat(problems(FlowType.CONTACT_FLOW, "MessageParticipant", "{\"Text\": \"Hello\"}"))
                .isEmpty();
        assertThat(problems(
                        FlowType.CONTACT_FLOW,
                        "ShowView",
                        """
                        {"ViewResource": {"Id": "form:$LATEST"}, "InvocationTimeLimitSeconds": "400",
                         "ViewData": {"Rows": [{"a": 1}]},
                         "SensitiveDataConfiguration": {"HideResponseOn": ["TRANSCRIPT"]}}""",
                        "NoMatchingError",
                        "NoMatchingCondition",
                        "TimeLimitExceeded"))
                .isEmpty();
        assertThat(problems(
                        FlowType.CUSTOMER_QUEUE,
                        "ConnectParticipantWithLexBot",
                        """
                        {"Text": "Hello", "LexV2Bot": {"AliasArn": "$.Attributes.bot"},
                         "LexInitializationData": {"InitialMessage": "$.Media.InitialMessage"},
                         "LexSessionAttributes": {"a": "b"}, "LexTimeoutSeconds": {"Text": "300"}}""",
                        "NoMatchingError",
                        "NoMatchingCondition",
                        "InputTimeLimitExceeded"))
                .isEmpty();
    }

    @Rule("F83")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MessageParticipant | {\"Text\": \"a\", \"SSML\": \"b\"} | Only one of these properties may be defined. Properties: [Text, SSML]",
                "MessageParticipant | {\"Words\": \"a\", \"Text\": \"b\"} | Invalid Action property name. Path: Actions[0].Parameters.Words",
                "ShowView | {\"ViewResource\": {\"Id\": \"form\"}} | Action is missing required property. Path: Actions[0].Parameters.InvocationTimeLimitSeconds",
                "ShowView | {\"ViewData\": {\"Rows\": [{\"a\": \"\"}]}} | Invalid Action property value. Path: Actions[0].Parameters.ViewData.Rows[0].a",
                "ConnectParticipantWithLexBot | {\"Text\": \"a\"} | Action is missing required property. Path: Actions[0].Parameters.LexV2Bot",
                "ConnectParticipantWithLexBot | {\"LexBot\": {\"Name\": \"a\"}} | At least one of [Text, SSML, PromptId, Media, LexInitializationData] must be set",
            })
    void whatTheServiceRefusesIsAProblem(String type, String parameters, String problem) {
        assertThat(problems(FlowType.CONTACT_FLOW, type, parameters)).contains(problem);
    }

    @Rule("F83")
    @Test
    void theEntriesOfErrorsAreRequired() {
        assertThat(problems(FlowType.CONTACT_FLOW, "ShowView", "{}"))
                .contains(
                        "Action is missing required error. Error: NoMatchingCondition, Path: Actions[0]",
                        "Action is missing required error. Error: NoMatchingError, Path: Actions[0]",
                        "Action is missing required error. Error: TimeLimitExceeded, Path: Actions[0]");
    }

    @Rule("F83")
    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_HOLD, MessageParticipant",
        "CUSTOMER_HOLD, ConnectParticipantWithLexBot",
        "AGENT_WHISPER, ConnectParticipantWithLexBot"
    })
    void whisperAndHoldFlowsHaveFewerActions(FlowType flowType, String type) {
        assertThat(problems(flowType, type, "{\"Text\": \"a\"}"))
                .anySatisfy(problem -> assertThat(problem).contains("not allowed", type));
    }
}
