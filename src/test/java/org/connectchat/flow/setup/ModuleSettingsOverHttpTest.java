package org.connectchat.flow.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows over HTTP that a module checks its calls against the Settings of its operation. */
class ModuleSettingsOverHttpTest {

    private static final String CALLING = """
            {"Version": "2019-10-30", "StartAction": "call", "Metadata": {}, "Actions": [
              {"Identifier": "call", "Type": "InvokeFlowModule",
               "Parameters": {"FlowModuleId": "%s", "Input": {"name": "Ada"}},
               "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
              {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private final Emulator emulator = Emulator.unthrottled();

    private String module(String name, String settings) {
        return emulator.send(
                        "PUT",
                        "/contact-flow-modules/an-instance",
                        Flows.createModule(name, Flows.MODULE, "\"Settings\": " + Flows.quoted(settings)))
                .text("Id");
    }

    private String outcomeOfCall(String name, String settings) {
        String flowId = Flows.created(emulator, name, CALLING.formatted(module(name, settings)));
        String contact = "/_emulator/contacts/" + Flows.start(emulator, flowId).contactId();
        emulator.send("POST", contact + "/connect", "{}");
        return emulator.send("POST", contact + "/flow/await", "{\"identifier\": \"call\"}")
                .body();
    }

    @Rule("F88")
    @Test
    void anInputThatTheSettingsOfTheOperationDoNotDeclareFailsTheCall() {
        assertThat(outcomeOfCall("undeclared", "{\"input\": {\"schema\": {\"properties\": {}}}}"))
                .contains("Input has a member that its settings do not declare: name");
        assertThat(outcomeOfCall("declared", "{\"input\": {\"schema\": {\"properties\": {\"name\": {}}}}}"))
                .contains("Invoked declared");
    }
}
