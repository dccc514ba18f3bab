package org.connectchat.flow.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.flow.run.FlowText.conditions;

import java.util.List;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows what is refused before a flow is published because a module declares something else. */
class ModuleCheckTest {

    private static final ModuleDeclaration DECLARATION = ModuleDeclaration.of("""
            {"input": {"schema": {"type": "object", "required": ["n"], "properties":
               {"n": {"type": "number"}, "kind": {"enum": ["a", "b"]}, "tags": {"type": "array", "items": {"type": "string"}}}}},
             "resultData": {"schema": {"type": "object", "properties": {"n": {"type": "number"}}}},
             "transitions": {"results": [{"name": "good"}, {"name": "bad"}]}}""");

    private static List<String> ofCall(String id, String input, String condition) {
        String flow = new FlowText()
                .action(
                        "call",
                        "InvokeFlowModule",
                        "{\"FlowModuleId\": \"%s\", \"Input\": %s}".formatted(id, input.replace('\'', '"')),
                        "end",
                        conditions("Equals", condition, "end"))
                .end("end")
                .json();
        return texts(ModuleCheck.ofCalls(FlowReader.read(flow), name -> name.equals("m") ? DECLARATION : null));
    }

    private static List<String> ofReturn(String parameters) {
        String module = new FlowText()
                .end("return", "EndFlowModuleExecution", parameters.replace('\'', '"'))
                .json();
        return texts(ModuleCheck.ofReturns(FlowReader.read(module), DECLARATION));
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::explanation).toList();
    }

    @Rule("F88")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'n': 3}",
                "{'n': '$.Attributes.n'}",
                "{'n': '$[\\u0022Attributes\\u0022][\\u0022n\\u0022]'}",
                "{'$.Attributes.name': 3}",
                "{'n': 1, 'kind': 'b', 'tags': ['x', '$.Channel']}",
                "{'n': 1, 'kind': '$.Attributes.kind'}"
            })
    void anInputThatCanBeAsDeclaredIsFine(String input) {
        assertThat(ofCall("m", input, "good")).isEmpty();
    }

    @Rule("F88")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                       | Input must have a member n
            {'n': '3'}               | Input.n must be of type "number"
            {'n': 3, 'x': 1}         | Input has a member that its settings do not declare: x
            {'n': 3, 'kind': 'c'}    | Input.kind must be one of the declared values
            {'n': 3, 'tags': [1]}    | Input.tags[] must be of type "string"
            """)
    void anInputThatCannotBeAsDeclaredIsAProblem(String input, String reason) {
        assertThat(ofCall("m", input, "good"))
                .containsExactly("Invalid Action property value. Path: Actions[0].Parameters.Input (" + reason + ")");
    }

    @Rule("F88")
    @Test
    void aConditionNamesADeclaredResult() {
        assertThat(ofCall("m", "{'n': 3}", "better"))
                .containsExactly("Invalid Action property value. Path: Actions[0].Transitions.Conditions"
                        + " (its settings declare no result better)");
        assertThat(ofCall("m", "{'n': 3}", "$.Attributes.expected")).isEmpty();
    }

    @Rule("F88")
    @ParameterizedTest
    @ValueSource(strings = {"another", "$.Attributes.module"})
    void aModuleThatIsNotKnownIsNotChecked(String id) {
        assertThat(ofCall(id, "{'n': '3'}", "better")).isEmpty();
    }

    @Rule("F88")
    @Test
    void aReturnIsAsDeclared() {
        assertThat(ofReturn("{}")).isEmpty();
        assertThat(ofReturn("{'Result': 'bad', 'ResultData': {'n': '$.External.n'}}"))
                .isEmpty();
        assertThat(ofReturn("{'Result': 'ugly', 'ResultData': {'n': 'one', 'm': 1}}"))
                .containsExactly(
                        "Invalid Action property value. Path: Actions[0].Parameters.Result"
                                + " (its settings declare no result ugly)",
                        "Invalid Action property value. Path: Actions[0].Parameters.ResultData"
                                + " (ResultData has a member that its settings do not declare: m)");
    }

    @Rule("F88")
    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "text", "{", "{} {}"})
    void settingsAreOneJsonObject(String settings) {
        assertThatThrownBy(() -> ModuleDeclaration.of(settings))
                .isInstanceOf(FlowRefusedException.class)
                .hasMessageContaining("The settings of a module must be one JSON object");
    }
}
