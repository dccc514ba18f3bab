package org.connectchat.flow.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowReaderTest {

    private static final String END = "{\"Identifier\": \"end\", \"Type\": \"DisconnectParticipant\"}";

    private static String flow(String... actions) {
        return "{\"Version\": \"2019-10-30\", \"StartAction\": \"end\", \"Actions\": [" + String.join(",", actions)
                + "]}";
    }

    private static String action(String identifier, String members) {
        return "{\"Identifier\": \"" + identifier + "\", \"Type\": \"X\"" + members + "}";
    }

    private static FlowRefusedException refusal(String content) {
        return catchThrowableOfType(FlowRefusedException.class, () -> FlowReader.read(content));
    }

    private static List<String> problems(String content) {
        return refusal(content).problems().stream().map(Problem::message).toList();
    }

    @Test
    @Rule({"F1", "F3"})
    void aFlowIsReadWithItsActionsInOrder() {
        FlowContent flow = FlowReader.read("""
                {"Version": "2019-10-30", "StartAction": "Grüße 👋", "Other": [1], "Metadata": {"type": "customerQueue"},
                 "Actions": [
                  {"Identifier": "Grüße 👋", "Type": "Compare", "Parameters": {"ComparisonValue": "$.Channel"},
                   "Transitions": {"NextAction": "end",
                     "Errors": [{"ErrorType": "NoMatchingCondition", "NextAction": "end"}],
                     "Conditions": [{"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["CHAT", 1]}}]}},
                  {"Identifier": "end", "Type": "DisconnectParticipant"}]}
                """);

        assertThat(flow.startAction()).isEqualTo("Grüße 👋");
        assertThat(flow.declaredType()).isEqualTo(FlowType.CUSTOMER_QUEUE);
        assertThat(flow.actions().keySet()).containsExactly("Grüße 👋", "end");
        FlowAction compare = flow.actions().get("Grüße 👋");
        assertThat(compare.values().fixed("ComparisonValue")).isEqualTo("$.Channel");
        assertThat(compare.values()).isSameAs(compare.values());
        assertThat(compare.transitions())
                .isEqualTo(new Transitions(
                        "end",
                        List.of(new ErrorTransition("NoMatchingCondition", "end")),
                        List.of(new ConditionTransition("end", Operator.EQUALS, List.of("CHAT", "1")))));
        assertThat(flow.actions().get("end").parameters()).isEmpty();
        assertThat(flow.actions().get("end").transitions().isEmpty()).isTrue();
    }

    private static Stream<Arguments> noFlows() {
        return Stream.of(
                Arguments.of("", "The content must be one JSON object"),
                Arguments.of("{\"Version\": ", "The content is not valid JSON"),
                Arguments.of("{\"Version\": NaN}", "The content is not valid JSON"),
                Arguments.of("[1]", "The content must be one JSON object"),
                Arguments.of("{} {}", "The content has more than one value"),
                Arguments.of("{\"a\": 1, \"a\": 2}", "has a member twice"),
                Arguments.of("[".repeat(100_000), "nested more than 64 levels"),
                Arguments.of("{\"a\": " + "9".repeat(5_000) + "}", "a number that is too long"),
                Arguments.of("{\"Name\": [\"\\ud800\"]}", "the text of Name holds a surrogate"),
                Arguments.of("{\"\\udfff\": 1}", "the name of a member holds a surrogate"),
                Arguments.of(" ".repeat(300_000) + "{}", "more than 256000 characters"),
                Arguments.of("{\"Actions\": []}", "missing or null for field name: Version"),
                Arguments.of("{\"Version\": \"2019-10-30\"}", "missing or null for field name: Actions"),
                Arguments.of(
                        "{\"Version\": 1, \"Actions\": 2}",
                        "Version must be a JSON string; Actions must be a JSON array"),
                Arguments.of(
                        "{\"Version\": \"2019-10-31\", \"Actions\": [{}]}",
                        "Version must be \"2019-10-30\", is \"2019-10-31\""),
                Arguments.of(flow(), "Actions must have 1 to 250 actions, has 0"),
                Arguments.of(
                        flow(Stream.generate(() -> "{}").limit(251).toArray(String[]::new)),
                        "Actions must have 1 to 250 actions, has 251"));
    }

    @ParameterizedTest
    @MethodSource("noFlows")
    @Rule({"F1", "F83"})
    void contentThatIsNoFlowIsRefusedAndSaysWhy(String content, String reason) {
        FlowRefusedException refusal = refusal(content);

        assertThat(refusal).hasMessageContaining(reason);
        assertThatThrownBy(() -> FlowReader.draft(content)).isInstanceOf(FlowRefusedException.class);
        assertThat(refusal.problems()).allMatch(Problem::isStructural);
    }

    @Test
    @Rule("F1")
    void aByteOrderMarkAtTheBeginningIsIgnored() {
        assertThat(FlowReader.read("\uFEFF" + flow(END)).actions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "a/b",
                "50%",
                "a(b)",
                "a=b",
                "a,b",
                "a;b",
                "{a}",
                "[a]",
                "$a",
                "a\\\\b",
                "toString",
                "__proto__",
                ""
            })
    @Rule("F2")
    void anIdentifierWithoutItsFormIsRefused(String identifier) {
        assertThat(problems(flow(END, action(identifier, ""))))
                .singleElement()
                .asString()
                .startsWith("Actions[1].Identifier must ");
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "51, 1"})
    @Rule("F2")
    void anIdentifierHasAtMostFiftyCharacters(int length, int problems) {
        String identifier = "😀".repeat(length);
        if (problems == 0) {
            assertThat(FlowReader.read(flow(END, action(identifier, ""))).actions())
                    .containsKey(identifier);
        } else {
            assertThat(problems(flow(END, action(identifier, ""))))
                    .containsExactly("Actions[1].Identifier must have 1 to 50 characters, has 51");
        }
    }

    @Test
    @Rule({"F2", "F3", "F83"})
    void everyStructuralProblemIsListedWithItsPath() {
        assertThat(problems("""
                {"Version": "2019-10-30", "StartAction": "nowhere", "Settings": 3, "Actions": [
                  {"Identifier": 7, "Type": "X"}, 8, {"Identifier": "a"}, {"Identifier": "a", "Type": "X",
                    "Parameters": [], "Transitions": {"NextAction": "b", "Errors": [{"ErrorType": "E", "NextAction": "c"}, {}],
                    "Conditions": [{"NextAction": "d", "Condition": {"Operator": "Equals", "Operands": [["x"]]}}]}}]}
                """))
                .containsExactlyInAnyOrder(
                        "Actions[0].Identifier must be a JSON string",
                        "Actions[1] must be a JSON object",
                        "JSON field is missing or null for field name: Actions[2].Type",
                        "Actions[3].Parameters must be a JSON object",
                        "JSON field is missing or null for field name: Actions[3].Transitions.Errors[1].ErrorType",
                        "JSON field is missing or null for field name: Actions[3].Transitions.Errors[1].NextAction",
                        "Actions[3].Transitions.Conditions[0].Condition.Operands must be JSON strings; conditions cannot be"
                                + " nested",
                        "Actions[3].Identifier must be unique, but Actions[2] also has \"a\"",
                        "StartAction names no action of this flow: \"nowhere\"",
                        "Actions[3].Transitions.NextAction names no action of this flow: \"b\"",
                        "Actions[3].Transitions.Errors[0].NextAction names no action of this flow: \"c\"",
                        "Actions[3].Transitions.Conditions[0].NextAction names no action of this flow: \"d\"",
                        "Settings must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource({
        "And, write one of Equals",
        "Contains, write TextContains",
        "NotEquals, NoMatchingCondition",
        "NumericLessThan, NumberLessThan"
    })
    @Rule("F9")
    void operatorsThatTheServiceDoesNotHaveAreRefusedWithAdvice(String word, String advice) {
        String condition =
                ", \"Transitions\": {\"Conditions\": [{\"NextAction\": \"end\", \"Condition\": {\"Operator\": \"" + word
                        + "\", \"Operands\": [\"x\"]}}]}";

        assertThat(refusal(flow(END, action("a", condition))).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message())
                            .isEqualTo("Invalid Action property value. Path: "
                                    + "Actions[1].Transitions.Conditions[0].Condition.Operator");
                    assertThat(problem.advice()).contains(word, advice);
                });
    }

    @Test
    @Rule("F89")
    void theOldExportFormatIsRefusedWithTheWayToConvertIt() {
        assertThatThrownBy(() -> FlowReader.read(
                        "{\"modules\": [], \"version\": \"1\", \"type\": \"contactFlow\", \"start\": \"x\"}"))
                .isInstanceOf(FlowRefusedException.class)
                .hasMessageContaining("exported until 2022")
                .hasMessageContaining("import the file in the flow designer of the Amazon Connect console");
    }

    @ParameterizedTest
    @CsvSource({"contactFlow, CONTACT_FLOW", "customerWhisper, CUSTOMER_WHISPER", "queueTransfer, QUEUE_TRANSFER"})
    @Rule("F75")
    void theTypeOfAFlowStandsInItsMetadata(String word, FlowType type) {
        String content = flow(END).replace("{\"Version\"", "{\"Metadata\": {\"type\": \"" + word + "\"}, \"Version\"");

        assertThat(FlowReader.read(content).declaredType()).isEqualTo(type);
        assertThat(FlowReader.read(flow(END)).declaredType()).isNull();
    }

    @ParameterizedTest
    @Rule("F1")
    @ValueSource(strings = {"1e9999999999", "1e2147483648", "1e-9999999999", "1e99999999999999999999"})
    void aNumberWithAnExponentOutOfRangeIsNoFlow(String number) {
        String content = "{\"Version\": \"2019-10-30\", \"StartAction\": \"end\", \"Metadata\": {\"x\": " + number
                + "}, \"Actions\": [" + END + "]}";

        assertThatThrownBy(() -> FlowReader.draft(content)).isInstanceOf(FlowRefusedException.class);
        assertThat(problems(content)).singleElement().asString().contains("out of range");
        assertThatThrownBy(() -> FlowReader.readSettings("{\"x\": " + number + "}"))
                .isInstanceOf(FlowRefusedException.class);
    }
}
