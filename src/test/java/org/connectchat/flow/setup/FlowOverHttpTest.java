package org.connectchat.flow.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A flow from its creation to the end of a chat, over HTTP alone. */
class FlowOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CONTENT = """
            {"Version": "2019-10-30", "StartAction": "mark", "Metadata": {}, "Actions": [
              {"Identifier": "mark", "Type": "UpdateContactAttributes",
               "Parameters": {"Attributes": {"greeting": "Hello $.Attributes.name"}},
               "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
              {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private final Emulator emulator = Emulator.unthrottled();

    @Rule({"F38", "F40", "F83"})
    @Test
    void aFlowThatWasCreatedRunsWhenTheCustomerConnects() {
        String flowId = emulator.send(
                        "PUT",
                        "/contact-flows/flow-over-http",
                        JSON.writeValueAsString(
                                java.util.Map.of("Name", "mark", "Type", "CONTACT_FLOW", "Content", CONTENT)))
                .text("ContactFlowId");
        String contactId = emulator.started("""
                {"InstanceId": "flow-over-http", "ContactFlowId": "%s", "Attributes": {"name": "Ada"},
                 "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(flowId));

        emulator.send("POST", "/_emulator/contacts/" + contactId + "/connect", "{}");

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(
                                emulator.describe("flow-over-http", contactId).body())
                        .contains("CONTACT_FLOW_DISCONNECT"));
        assertThat(emulator.attributes("flow-over-http", contactId).body()).contains("Hello Ada");
    }
}
