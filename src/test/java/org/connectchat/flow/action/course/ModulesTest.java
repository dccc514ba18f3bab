package org.connectchat.flow.action.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.conditions;
import static org.connectchat.flow.run.FlowText.errors;

import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class ModulesTest {

    private static final String SETTINGS = """
            {"input": {"schema": {"type": "object", "properties": {"n": {"type": "number"}}, "required": ["n"]}},
             "resultData": {"schema": {"type": "object", "properties": {"n": {"type": "number"}}}},
             "transitions": {"results": [{"name": "good"}]}}""";

    private final FlowFixture chat = new FlowFixture(CourseActions.all(Functions.none()));

    private void start(String parameters) {
        chat.flow(
                "f",
                new FlowText()
                        .action(
                                "call",
                                "InvokeFlowModule",
                                parameters,
                                "next",
                                conditions("Equals", "good", "good"),
                                errors("NoMatchingCondition", "other", "NoMatchingError", "failed"))
                        .action(
                                "good",
                                "Compare",
                                "{\"ComparisonValue\": \"$.Modules.ResultData.n\"}",
                                "other",
                                conditions("Equals", "7", "seven"))
                        .end("seven")
                        .end("other")
                        .end("failed")
                        .end("next")
                        .json());
        chat.startAndConnect("f");
    }

    private void module(String settings, String result) {
        chat.module(
                "m",
                new FlowText()
                        .action("in", "Compare", "{\"ComparisonValue\": \"$.Modules.Input.n\"}", "return")
                        .end("return", "EndFlowModuleExecution", result)
                        .settings(settings)
                        .json());
    }

    @Rule("F88")
    @Test
    void aModuleReturnsAResultAndData() {
        module(SETTINGS, "{\"Result\": \"good\", \"ResultData\": {\"n\": 7}}");

        start("{\"FlowModuleId\": \"m:$LATEST\", \"Input\": {\"n\": 3}}");

        assertThat(chat.path()).containsExactly("call", "in", "return", "call", "good", "seven");
        assertThat(chat.log().get(1).outcome()).isEqualTo("3");
    }

    @Rule("F88")
    @Test
    void withoutAResultTheFlowGoesOnWithTheNextAction() {
        module(SETTINGS, "{}");

        start("{\"FlowModuleId\": \"m\", \"Input\": {\"n\": 3}}");

        assertThat(chat.path()).containsExactly("call", "in", "return", "call", "next");
    }

    @Rule("F88")
    @Test
    void anInputThatTheSettingsDoNotDeclareFailsTheCall() {
        module(SETTINGS, "{}");

        start("{\"FlowModuleId\": \"m\", \"Input\": {\"n\": 3, \"x\": \"1\"}}");

        assertThat(chat.path()).containsExactly("call", "failed");
        assertThat(chat.log().get(0).reason()).contains("Input has a member that its settings do not declare: x");
    }

    @Rule("F88")
    @Test
    void aTextIsNoNumber() {
        module(SETTINGS, "{}");

        start("{\"FlowModuleId\": \"m\", \"Input\": {\"n\": \"3\"}}");

        assertThat(chat.log().get(0).reason()).contains("Input.n must be of type \"number\"");
    }

    @Rule("F88")
    @Test
    void aResultThatTheSettingsDoNotDeclareFailsTheCall() {
        module(SETTINGS, "{\"Result\": \"bad\"}");

        start("{\"FlowModuleId\": \"m\", \"Input\": {\"n\": 3}}");

        assertThat(chat.path()).containsExactly("call", "in", "return", "call", "failed");
        assertThat(chat.log().get(3).reason()).contains("its settings declare no result bad");
    }

    @Rule("F88")
    @Test
    void theSettingsThatTheConsoleWritesPermitEverything() {
        module(
                "{\"InputParameters\": [], \"OutputParameters\": [], \"Transitions\": []}",
                "{\"Result\": \"good\", \"ResultData\": {\"n\": \"7\"}}");

        start("{\"FlowModuleId\": \"m\", \"Input\": {\"n\": \"3\"}}");

        assertThat(chat.path()).endsWith("good", "seven");
    }

    @Rule("F81")
    @Test
    void modulesInvokeModulesFiveDeep() {
        chat.module(
                "m",
                new FlowText()
                        .action(
                                "deeper",
                                "InvokeFlowModule",
                                "{\"FlowModuleId\": \"m\"}",
                                "return",
                                errors("NoMatchingError", "deep"))
                        .action("deep", "UpdateFlowLoggingBehavior", "{\"FlowLoggingBehavior\": \"Enabled\"}", "return")
                        .end("return", "EndFlowModuleExecution", "{}")
                        .json());

        start("{\"FlowModuleId\": \"m\"}");

        assertThat(chat.path()).filteredOn("deep"::equals).hasSize(1);
        assertThat(chat.path()).filteredOn("return"::equals).hasSize(5);
        assertThat(chat.path()).endsWith("call", "next");
    }

    @Rule("F17")
    @Test
    void aTransferLeavesTheModulesThatItIsIn() {
        chat.flow(
                "other",
                new FlowText()
                        .action(
                                "compare",
                                "Compare",
                                "{\"ComparisonValue\": \"$.Modules.Input.n\"}",
                                "no",
                                conditions("Equals", "1", "yes"))
                        .end("yes")
                        .end("no", "EndFlowModuleExecution", "{}")
                        .json());
        chat.module(
                "m",
                new FlowText()
                        .action("go", "TransferToFlow", "{\"ContactFlowId\": \"other\"}", "go")
                        .json());

        start("{\"FlowModuleId\": \"m\", \"Input\": {\"n\": 1}}");

        assertThat(chat.path()).containsExactly("call", "go", "compare", "no");
        assertThat(chat.log().get(3).reason()).isEqualTo("The action belongs to no module");
    }
}
