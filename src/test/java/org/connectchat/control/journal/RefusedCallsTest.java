package org.connectchat.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows that the journal says what a call was about that broke a rule. */
class RefusedCallsTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    @ParameterizedTest
    @Rule("C14")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /contact/stop | {"InstanceId": "r1", "ContactId": "c1", "DisconnectReason": 5} | r1 | c1
            POST | /contact/attributes | {"InstanceId": "r2", "InitialContactId": "c2", "Attributes": {"": "x"}} | r2 | c2
            PUT | /contact/participant-role-config/r3/c3 | {} | r3 | c3
            POST | /contact/create-participant | {"InstanceId": "r4", "ContactId": "c4", "ParticipantDetails": {"ParticipantRole": "AGENT"}} | r4 | c4
            PUT | /contact/chat | {"InstanceId": "arn:aws:connect:us-east-1:1:instance/r5"} | r5 |
            PUT | /contact/chat | {"InstanceId": 5} | |
            POST | /contact/stop | {"InstanceId": | |
            """)
    void aCallThatIsRefusedIsListedWithWhatItNames(
            String method, String path, String body, String instanceId, String contactId) {
        EMULATOR.send("DELETE", "/_emulator/calls", null); // other tests have called the same emulator
        assertThat(EMULATOR.send(method, path, body).status()).isEqualTo(400);

        JsonNode calls = EMULATOR.send("GET", "/_emulator/calls", null).json().path("calls");
        JsonNode call = calls.get(calls.size() - 1);

        assertThat(call.path("status").asInt()).isEqualTo(400);
        assertThat(call.path("instanceId").asStringOpt().orElse(null)).isEqualTo(instanceId);
        assertThat(call.path("contactId").asStringOpt().orElse(null)).isEqualTo(contactId);
    }
}
