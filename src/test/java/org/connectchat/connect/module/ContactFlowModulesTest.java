package org.connectchat.connect.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows the operations on modules over HTTP. */
class ContactFlowModulesTest {

    private final Emulator emulator = Emulator.unthrottled();

    private Answer create(String instance, String body) {
        return emulator.send("PUT", "/contact-flow-modules/" + instance, body);
    }

    private Answer describe(String instance, String id) {
        return emulator.send("GET", "/contact-flow-modules/" + instance + "/" + id, null);
    }

    @Test
    @Rule("F84")
    void whatIsCreatedIsDescribed() {
        Answer created = create("parts", Flows.createModule("Greeting", Flows.MODULE, """
                "Description": "Says hello", "Tags": {"team": "one"},
                "Settings": "{\\"transitions\\": {\\"results\\": [{\\"name\\": \\"Done\\"}]}}",
                "ExternalInvocationConfiguration": {"Enabled": true}"""));

        Answer described = describe("parts", created.text("Id"));

        assertThat(described.outcome()).isEqualTo("200");
        assertThat(described.json().at("/ContactFlowModule/Content").asString()).isEqualTo(Flows.MODULE);
        assertThat(described.json().at("/ContactFlowModule/Arn").asString())
                .isEqualTo(created.text("Arn"))
                .endsWith(":instance/parts/flow-module/" + created.text("Id"));
        assertThat(described.json().at("/ContactFlowModule/Settings").asString())
                .contains("Done");
        assertThat(described.json().at("/ContactFlowModule/ExternalInvocationConfiguration"))
                .isEqualTo(JsonText.of("{\"Enabled\": true}"));
        assertThat(described
                        .json()
                        .at("/ContactFlowModule/FlowModuleContentSha256")
                        .asString())
                .matches("[a-zA-Z0-9]{64}");
    }

    @Test
    @Rule("F86")
    void aClientTokenCreatesOneModuleHoweverManyCallAtOnce() {
        String body = Flows.createModule("Once", Flows.MODULE, "\"ClientToken\": \"one\"");

        Set<String> ids = Simultaneously.call(50, i -> create("tokens", body).text("Id")).stream()
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1).doesNotContain("");
        assertThat(create("tokens", body.replace("Once", "Twice")).outcome()).isEqualTo("409 IdempotencyException");
        assertThat(create("tokens", Flows.createModule("Once", Flows.MODULE)).outcome())
                .isEqualTo("409 DuplicateResourceException");
    }

    @Test
    @Rule("F85")
    void problemsOfAModuleHaveAnUpperCaseMember() {
        String broken = Flows.MODULE.replace("\"StartAction\": \"end\"", "\"StartAction\": \"nowhere\"");

        Answer refused = create("parts", Flows.createModule("Broken", broken));

        assertThat(refused.outcome()).isEqualTo("400 InvalidContactFlowModuleException");
        assertThat(refused.json().at("/Problems/0/message").asString())
                .contains("nowhere")
                .isEqualTo(refused.message());
    }

    @Test
    @Rule("F88")
    void contentWithoutSettingsIsAnInvalidRequest() {
        Answer refused = create("parts", Flows.createModule("No settings", Flows.MODULE.replace("Settings", "Other")));

        assertThat(refused.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(refused.message()).isEqualTo("JSON field is missing or null for field name: settings");
    }

    @Test
    @Rule("F88")
    void settingsThatAreNoJsonObjectAreAnInvalidRequest() {
        Answer refused = create("parts", Flows.createModule("Wrong settings", Flows.MODULE, "\"Settings\": \"[]\""));

        assertThat(refused.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(refused.message()).startsWith("The settings of a module must be one JSON object");
    }

    @Test
    @Rule("F88")
    void aModuleReturnsAndItsCallersUseWhatTheSettingsOfTheOperationDeclare() {
        String settings = "\"Settings\": " + Flows.quoted("{\"transitions\": {\"results\": [{\"name\": \"Done\"}]}}");
        String done = Flows.MODULE.replace("\"Parameters\": {}", "\"Parameters\": {\"Result\": \"Done\"}");

        Answer refused = create("declaring", Flows.createModule("Other", done.replace("Done", "Gone"), settings));
        Answer created = create("declaring", Flows.createModule("Declaring", done, settings));
        Answer narrowed = emulator.send(
                "POST", "/contact-flow-modules/declaring/" + created.text("Id") + "/content", "{\"Settings\": \"{}\"}");

        assertThat(refused.outcome()).isEqualTo("400 InvalidContactFlowModuleException");
        assertThat(refused.message()).isEqualTo("Invalid Action property value. Path: Actions[0].Parameters.Result");
        assertThat(created.outcome()).isEqualTo("200");
        assertThat(narrowed.outcome()).isEqualTo("400 InvalidContactFlowModuleException");
        assertThat(createCaller(created.text("Id"), "Done").outcome()).isEqualTo("200");
        assertThat(createCaller(created.text("Arn") + ":$LATEST", "Gone").message())
                .isEqualTo("Invalid Action property value. Path: Actions[0].Transitions.Conditions");
    }

    private Answer createCaller(String moduleId, String result) {
        String flow = new FlowText()
                .action(
                        "call",
                        "InvokeFlowModule",
                        "{\"FlowModuleId\": \"" + moduleId + "\"}",
                        "end",
                        FlowText.conditions("Equals", result, "end"),
                        FlowText.errors("NoMatchingError", "end"))
                .end("end")
                .json();
        return emulator.send("PUT", "/contact-flows/declaring", Flows.create("Caller of " + result, flow));
    }

    @Test
    @Rule("F86")
    void metadataContentAndSettingsChangeApart() {
        String id =
                create("changes", Flows.createModule("Before", Flows.MODULE)).text("Id");
        String path = "/contact-flow-modules/changes/" + id;
        String content = Flows.MODULE.replace("end", "over");

        assertThat(emulator.send("POST", path + "/metadata", "{\"Name\": \"After\", \"State\": \"ARCHIVED\"}")
                        .body())
                .isEqualTo("{}");
        assertThat(emulator.send("POST", path + "/content", "{\"Settings\": \"{}\"}")
                        .outcome())
                .isEqualTo("200");
        assertThat(emulator.send("POST", path + "/content", "{\"Content\": " + Flows.quoted(content) + "}")
                        .outcome())
                .isEqualTo("200");

        assertThat(describe("changes", id).json().at("/ContactFlowModule/Name").asString())
                .isEqualTo("After");
        assertThat(describe("changes", id)
                        .json()
                        .at("/ContactFlowModule/Content")
                        .asString())
                .isEqualTo(content);
        assertThat(describe("changes", id)
                        .json()
                        .at("/ContactFlowModule/Settings")
                        .asString())
                .isEqualTo("{}");
        assertThat(emulator.send("GET", "/contact-flow-modules-summary/changes?state=ACTIVE", null)
                        .json()
                        .path("ContactFlowModulesSummaryList"))
                .isEmpty();
        assertThat(emulator.send("GET", "/contact-flow-modules-summary/changes?state=ARCHIVED", null)
                        .json()
                        .path("ContactFlowModulesSummaryList"))
                .hasSize(1);
        assertThat(emulator.send("DELETE", path, null).body()).isEqualTo("{}");
        assertThat(describe("changes", id).outcome()).isEqualTo("404 ResourceNotFoundException");
    }

    @Test
    @Rule("F86")
    void aBlankNameIsAnInvalidParameter() {
        assertThat(create("parts", Flows.createModule(" ", Flows.MODULE)).outcome())
                .isEqualTo("400 InvalidParameterException");
    }

    @Test
    @Rule("F91")
    void functionsAndBotsAreAssociatedWithoutEffect() {
        assertThat(emulator.send("PUT", "/instance/parts/lambda-function", """
                        {"FunctionArn": "arn:aws:lambda:us-east-1:000000000000:function:hello"}""").body())
                .isEqualTo("{}");
        assertThat(emulator.send("PUT", "/instance/parts/bot", """
                        {"LexV2Bot": {"AliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/B/A"}}""").body()).isEqualTo("{}");
        assertThat(emulator.send("PUT", "/instance/parts/lambda-function", "{}").outcome())
                .isEqualTo("400 InvalidRequestException");
    }
}
