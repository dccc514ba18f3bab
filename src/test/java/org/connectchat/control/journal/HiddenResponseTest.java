package org.connectchat.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows over HTTP alone that a response to a view with hidden responses is for the flow alone. */
class HiddenResponseTest {

    private static final String INSTANCE = "hidden-response";
    private static final String CONTENT = """
            {"Version": "2019-10-30", "StartAction": "form", "Metadata": {}, "Actions": [
              {"Identifier": "form", "Type": "ShowView",
               "Parameters": {"ViewResource": {"Id": "form"}, "InvocationTimeLimitSeconds": "600",
                              "SensitiveDataConfiguration": {"HideResponseOn": ["TRANSCRIPT"]}},
               "Transitions": {"NextAction": "end",
                 "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"},
                            {"ErrorType": "NoMatchingCondition", "NextAction": "end"},
                            {"ErrorType": "TimeLimitExceeded", "NextAction": "end"}],
                 "Conditions": [{"NextAction": "thanks", "Condition": {"Operator": "Equals", "Operands": ["Submit"]}}]}},
              {"Identifier": "thanks", "Type": "MessageParticipant", "Parameters": {"Text": "Thank you"},
               "Transitions": {"NextAction": "form", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
              {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";
    private static final String SECRET = "4711-0815";

    private final Emulator emulator = Emulator.unthrottled();

    @Rule("F36")
    @Test
    void noSocketNoTranscriptAndNoCallOfTheJournalShowsIt() {
        String flowId = emulator.send(
                        "PUT",
                        "/contact-flows/" + INSTANCE,
                        Chat.JSON.writeValueAsString(
                                Map.of("Name", "secret form", "Type", "CONTACT_FLOW", "Content", CONTENT)))
                .text("ContactFlowId");
        Chat chat = Chat.start(
                emulator, """
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"},
                 "SupportedMessagingContentTypes": ["text/plain", "%s", "%s"]}""".formatted(INSTANCE, flowId, ContentTypes.INTERACTIVE, ContentTypes.INTERACTIVE_RESPONSE));
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem(ContentTypes.INTERACTIVE);

            Party.worked(chat.customer()
                    .send(Chat.JSON.writeValueAsString(Map.of(
                            "ContentType",
                            ContentTypes.INTERACTIVE_RESPONSE,
                            "Content",
                            "{\"templateType\": \"ViewResource\", \"action\": \"Submit\", \"data\": {\"card\": \""
                                    + SECRET + "\"}}"))));

            assertThat(socket.nextItem().path("Content").asString()).isEqualTo("Thank you");
        }
        assertThat(Chat.wholeTranscript(chat.customer()).toString()).doesNotContain(SECRET);
        JsonNode calls = emulator.send(
                        "GET", "/_emulator/calls?operation=SendMessage&contactId=" + chat.contactId(), null)
                .json()
                .path("calls");
        assertThat(calls).hasSize(1);
        assertThat(calls.toString()).doesNotContain(SECRET);
        assertThat(calls.get(0).at("/body/Content").asString()).isEqualTo("***");
    }
}
