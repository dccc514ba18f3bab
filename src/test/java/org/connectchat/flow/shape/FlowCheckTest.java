package org.connectchat.flow.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.shape.Flows.conditions;
import static org.connectchat.flow.shape.Flows.messages;
import static org.connectchat.flow.shape.Flows.toTheEnd;
import static org.connectchat.flow.shape.Flows.with;

import java.util.stream.Stream;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlowCheckTest {

    private static final String NAME = "Invalid Action property name. Path: Actions[0].Parameters.";
    private static final String VALUE = "Invalid Action property value. Path: Actions[0].";
    private static final String MISSING = "Action is missing required property. Path: Actions[0].";

    private static Stream<Arguments> parameters() {
        String nme = toTheEnd("NoMatchingError");
        String loop = conditions("Equals", "ContinueLooping", "DoneLooping")
                .replaceFirst("\"Errors\": \\[[^]]*]", "\"Errors\": []");
        return Stream.of(
                Arguments.of("MessageParticipant", "{'Text': 'Hi', 'TextType': 'x'}", nme, NAME + "TextType"),
                Arguments.of("Loop", "{'LoopCount': '101'}", loop, VALUE + "Parameters.LoopCount"),
                Arguments.of(
                        "UpdateFlowLoggingBehavior",
                        "{'FlowLoggingBehavior': 'On'}",
                        toTheEnd(),
                        VALUE + "Parameters.FlowLoggingBehavior"),
                Arguments.of(
                        "UpdateFlowLoggingBehavior",
                        "{'FlowLoggingBehavior': '$.Attributes.x'}",
                        toTheEnd(),
                        VALUE + "Parameters.FlowLoggingBehavior"),
                Arguments.of(
                        "Compare",
                        "{'ComparisonValue': '$.External'}",
                        conditions("Equals", "a"),
                        VALUE + "Parameters.ComparisonValue"),
                Arguments.of(
                        "Compare",
                        "{'ComparisonValue': 'gold'}",
                        conditions("Equals", "a"),
                        VALUE + "Parameters.ComparisonValue"),
                Arguments.of(
                        "UpdateContactRecordingBehavior", "{}", toTheEnd(), MISSING + "Parameters.RecordingBehavior"),
                Arguments.of(
                        "MessageParticipant",
                        "{'Text': 'Hi', 'SSML': 'Ho'}",
                        nme,
                        "Only one of these properties may be defined. Properties: [Text, SSML]"),
                Arguments.of(
                        "MessageParticipant", "{}", nme, "At least one of [Text, SSML, PromptId, Media] must be set"),
                Arguments.of(
                        "UpdateContactAttributes",
                        "{'Attributes': {'a': ''}}",
                        nme,
                        "Empty value in Parameters.Attributes"),
                Arguments.of(
                        "UpdateContactAttributes", "{'Attributes': {'a': {}}}", nme, VALUE + "Parameters.Attributes.a"),
                Arguments.of(
                        "UpdateContactTargetQueue",
                        "{'QueueId': 'q', 'AgentId': 'a'}",
                        nme,
                        "Only one of these properties may be defined. Properties: [QueueId, AgentId]"),
                Arguments.of(
                        "TransferContactToQueue",
                        "{'QueueId': 'q'}",
                        toTheEnd("QueueAtCapacity", "NoMatchingError"),
                        NAME + "QueueId"),
                Arguments.of(
                        "UpdateContactEventHooks",
                        "{'EventHooks': {'CustomerQueue': 'a', 'AgentWhisper': 'b'}}",
                        nme,
                        VALUE + "Parameters.EventHooks"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    @Rule("F83")
    void aWrongParameterIsAProblemWithItsPath(String type, String parameters, String transitions, String problem) {
        assertThat(messages(with(type, parameters.replace('\'', '"'), transitions)))
                .containsExactly(problem);
    }

    private static Stream<Arguments> transitions() {
        String some = "{'Text': 'Hi'}";
        return Stream.of(
                Arguments.of("MessageParticipant", some, "{}", MISSING + "Transitions.NextAction"),
                Arguments.of("MessageParticipant", some, "{'NextAction': ''}", MISSING + "Transitions.NextAction"),
                Arguments.of(
                        "DisconnectParticipant",
                        "{}",
                        toTheEnd(),
                        "Action does not support transitions. Path: Actions[0]"),
                Arguments.of(
                        "TransferContactToQueue",
                        "{}",
                        toTheEnd("NoMatchingError"),
                        "Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]"),
                Arguments.of(
                        "UpdateContactAttributes",
                        "{'Attributes': {}}",
                        toTheEnd(),
                        "Action is missing required error. Error: NoMatchingError, Path: Actions[0]"),
                Arguments.of(
                        "UpdateFlowLoggingBehavior",
                        "{'FlowLoggingBehavior': 'enabled'}",
                        toTheEnd("NoMatchingError"),
                        "Invalid Action error. Error: NoMatchingError, Path: Actions[0]"),
                Arguments.of(
                        "Compare",
                        "{'ComparisonValue': '$.Attributes.a'}",
                        conditions("Equals", ""),
                        "Invalid branch. Path: 0.Evaluate"),
                Arguments.of(
                        "Compare",
                        "{'ComparisonValue': '$.Attributes.a'}",
                        conditions("Equals", "a\", \"b"),
                        VALUE + "Transitions.Conditions"),
                Arguments.of(
                        "Loop",
                        "{'LoopCount': 3}",
                        "{'NextAction': 'end'}",
                        "Action is missing required property. Path: Transitions.Conditions"),
                Arguments.of(
                        "DistributeByPercentage", "{}", conditions("Equals", "5"), VALUE + "Transitions.Conditions"));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    @Rule({"F5", "F9", "F83"})
    void aWrongTransitionIsAProblemWithItsPath(String type, String parameters, String transitions, String problem) {
        assertThat(messages(with(type, parameters.replace('\'', '"'), transitions.replace('\'', '"'))))
                .containsExactly(problem);
    }

    @Test
    @Rule("F83")
    void conditionsOfAnActionWithoutAResultAreAProblem() {
        assertThat(messages(with("MessageParticipant", "{\"Text\": \"Hi\"}", conditions("Equals", "a"))))
                .containsExactly(
                        "Invalid Action error. Error: NoMatchingCondition, Path: Actions[0]",
                        "Action does not support conditions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UnTagContact|. Write UntagContact",
                "PlayPrompt|. Write MessageParticipant",
                "TransferToQueue|. Write UpdateContactTargetQueue, and TransferContactToQueue after it",
                "Invented|''"
            })
    @Rule("F83")
    void anUnknownTypeIsStructuralAndWellKnownWrongNamesGetAdvice(String type, String advice) {
        assertThat(Flows.problems(with(type, "{}", toTheEnd()), FlowType.CONTACT_FLOW))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.isStructural()).isTrue();
                    assertThat(problem.message()).isEqualTo("Invalid Action type. Type: " + type + advice);
                    assertThat(problem.advice()).startsWith("Actions[0]");
                });
    }

    @Test
    @Rule("F83")
    void aTypeIsOnlyForSomeTypesOfFlows() {
        String flow = with("MessageParticipant", "{\"Text\": \"Hi\"}", toTheEnd());

        assertThat(messages(flow, FlowType.CONTACT_FLOW)).isEmpty();
        assertThat(messages(flow, FlowType.CUSTOMER_WHISPER))
                .containsExactly(
                        "Action type is not allowed in a flow of type CUSTOMER_WHISPER. Type: DisconnectParticipant,"
                                + " Path: Actions[1]");
    }

    @Test
    @Rule("F88")
    void aModuleNeedsSettings() {
        String module = with("MessageParticipant", "{\"Text\": \"Hi\"}", toTheEnd());
        String settings = "{\"Settings\": {\"InputParameters\": [], \"Transitions\": []}, \"Version\"";

        assertThat(messages(module, FlowType.MODULE))
                .containsExactly("JSON field is missing or null for field name: settings");
        assertThat(messages(module.replace("{\"Version\"", settings), FlowType.MODULE))
                .containsExactly("JSON field is missing or null for field name: OutputParameters");
    }

    @Test
    @Rule("F76")
    void referencesInBracesAreText() {
        assertThat(messages(with(
                        "UpdateContactTargetQueue", "{\"QueueId\": \"${Queue.Arn}\"}", toTheEnd("NoMatchingError"))))
                .isEmpty();
    }

    @Test
    @Rule("F83")
    void everyProblemIsListedUpToAThousand() {
        StringBuilder attributes = new StringBuilder("\"a\": \"\"");
        for (int i = 0; i < 1_500; i++) {
            attributes.append(", \"").append(i).append("\": \"\"");
        }
        var problems = Flows.problems(
                with("UpdateContactAttributes", "{\"Attributes\": {" + attributes + "}}", toTheEnd()),
                FlowType.CONTACT_FLOW);

        assertThat(problems).hasSize(1_001);
        assertThat(problems.get(1_000)).extracting(Problem::message).isEqualTo("and 502 more problems");
    }
}
