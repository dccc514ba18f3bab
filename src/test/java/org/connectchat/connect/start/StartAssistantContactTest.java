package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows chats with an AI agent, which have no flow. */
class StartAssistantContactTest {

    private static final String START = """
            {"InstanceId": "an-instance", "AiAgent": {"AiAgentId": "3f2a"}, "ParticipantDetails": {"DisplayName": "Ada"}}""";

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule("U10")
    void aChatStartsAndTheOtherSideIsPlayed() {
        Answer started = start(START.replaceFirst(
                "\\{",
                "{\"InitialMessage\": {\"ContentType\": \"text/plain\","
                        + " \"Content\": \"Where is my order?\"}, \"Attributes\": {\"language\": \"en\"}, "));

        assertThat(started.json().propertyNames())
                .containsExactlyInAnyOrder("ContactId", "ParticipantId", "ParticipantToken");
        Party customer = new Party(emulator, started.text("ParticipantId"), started.text("ParticipantToken"));
        String path = "/_emulator/contacts/" + started.text("ContactId");
        String agent = emulator.send("POST", path + "/agents", """
                        {"displayName": "Assistant", "agentId": "assistant", "connect": true}""").text("participantId");
        emulator.send("POST", path + "/agents/" + agent + "/messages", "{\"content\": \"It arrives today.\"}");
        assertThat(customer.transcript("{}").path("Transcript"))
                .extracting(item -> item.path("Content").asString())
                .contains("Where is my order?", "It arrives today.");
        assertThat(emulator.send("GET", path, null).json().path("contact").has("contactFlowId"))
                .isFalse();
    }

    @Test
    @Rule({"U10", "B1"})
    void aRepeatWithTheSameTokenStartsNoOtherChat() {
        String json = START.replaceFirst("\\{", "{\"ClientToken\": \"assistant-token\", ");

        assertThat(start(json).text("ContactId")).isEqualTo(start(json).text("ContactId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 InvalidRequestException | AiAgent: is required",
                "{'AiAgent': {}} | 400 InvalidRequestException | AiAgent.AiAgentId",
                "{'AiAgent': {'AiAgentId': ''}} | 400 InvalidParameterException | AiAgent.AiAgentId",
                "{'AiAgent': {'AiAgentId': 'a'}, 'ParticipantDetails': {'DisplayName': ''}} | 400 InvalidParameterException | DisplayName",
                "{'AiAgent': {'AiAgentId': 'a'}, 'RelatedContactId': 'gone'} | 404 ResourceNotFoundException | gone",
            })
    @Rule("U10")
    void whatIsWrongIsRefused(String members, String outcome, String named) {
        String rest = "\"InstanceId\": \"an-instance\"";
        String details =
                members.contains("ParticipantDetails") ? "" : ", \"ParticipantDetails\": {\"DisplayName\": \"Ada\"}";
        String json = members.replace('\'', '"')
                .replaceFirst("\\{", "{" + rest + details + (members.equals("{}") ? "" : ", "));

        Answer refused = start(json);

        assertThat(refused.outcome()).isEqualTo(outcome);
        assertThat(refused.message()).contains(named);
    }

    private Answer start(String json) {
        return emulator.send("PUT", "/contact/assistant", json);
    }
}
