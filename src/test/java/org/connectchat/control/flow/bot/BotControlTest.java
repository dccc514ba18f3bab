package org.connectchat.control.flow.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that a test can put scripted bots in. */
class BotControlTest {

    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.flows.lex.bots.configured.rules[0].when.any=true",
            "emulator.flows.lex.bots.configured.rules[0].intent=Anything");

    private static final String RULES = """
            "rules": [
              {"when": {"contains": "order"}, "messages": ["How many?", {"templateType": "QuickReply", "version": "1.0",
                "data": {"content": {"elements": [{"title": "One"}, {"title": "Two"}]}}}],
               "slots": {}, "sessionAttributes": {"colour": "red"}, "elicit": true, "delay": "PT1S"},
              {"when": {"regex": "([0-9]+)", "initial": false}, "messages": [], "intent": "OrderFlowers",
               "slots": {"number": "{1}"}, "sessionAttributes": {}}]""";

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "bot", "Metadata": {}, "Actions": [
             {"Identifier": "bot", "Type": "ConnectParticipantWithLexBot",
              "Parameters": {"Text": "Hello",
               "LexV2Bot": {"AliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/ORDERS/LIVE"}},
              "Transitions": {"NextAction": "end",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"},
                {"ErrorType": "NoMatchingCondition", "NextAction": "end"}],
               "Conditions": [{"NextAction": "note",
                "Condition": {"Operator": "Equals", "Operands": ["OrderFlowers"]}}]}},
             {"Identifier": "note", "Type": "UpdateContactAttributes",
              "Parameters": {"Attributes": {"number": "$.Lex.Slots.number"}},
              "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    @Test
    @Rule("F69")
    void aBotIsPutInAndShownAsItCame() {
        Answer answer = control.call("PUT", "/bots/OrderFlowers", "{" + RULES + "}");

        JsonNode bot = Chat.JSON.readTree("{\"name\": \"OrderFlowers\", " + RULES + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(bot);
        assertThat(control.get("/bots").at("/bots/1")).isEqualTo(bot);
    }

    @Test
    @Rule("V8")
    void aBotIsShownAfterALoadAsItCame() {
        String template = "{\"templateType\": \"QuickReply\", \"version\": \"1.0\", \"data\": {}}";
        control.call("PUT", "/bots/OrderFlowers", "{" + RULES.replace("\"How many?\"", Flows.quoted(template)) + "}");
        JsonNode bots = control.get("/bots");
        String document = control.call("GET", "/state", null).body();
        control.post("/reset");

        assertThat(control.call("PUT", "/state", document).status()).isEqualTo(200);

        assertThat(control.get("/bots")).isEqualTo(bots);
    }

    @Test
    @Rule("V4")
    void aMessageOfABotThatIsNoneIsRefusedWithItsPath() {
        control.call("PUT", "/bots/OrderFlowers", "{" + RULES + "}");
        String document = control.call("GET", "/state", null).body();

        for (String wrong : new String[] {"7", "{}", "{\"templateType\": \"QuickReply\", \"data\": {}, \"more\": 1}"}) {
            Answer refused = control.call("PUT", "/state", document.replace("\"How many?\"", wrong));

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("flows.bots.bots[1].rules[0].messages[0]: must be a string, or an object");
        }
    }

    @Test
    @Rule("F69")
    void aFlowTalksWithTheBotThatWasPutIn() {
        control.call("PUT", "/bots/ORDERS", "{" + RULES.replace("\"delay\": \"PT1S\"", "\"fail\": false") + "}");
        Chat chat = Flows.start(EMULATOR, Flows.created(EMULATOR, "bot", FLOW));
        control.post("/contacts/" + chat.contactId() + "/connect");
        String flow = "/contacts/" + chat.contactId() + "/flow";
        Awaitility.await().until(() -> control.get(flow).at("/run/identifier").asString(), "bot"::equals);

        chat.customer().say("an order, please");
        chat.customer().say("12 of them");

        JsonNode entry = control.post(flow + "/await", "{\"identifier\": \"bot\"}");
        assertThat(entry.path("outcome").asString()).isEqualTo("OrderFlowers");
        JsonNode note = control.post(flow + "/await", "{\"identifier\": \"note\"}");
        assertThat(note.at("/parameters/Attributes.number").asString()).isEqualTo("12");
    }

    @Test
    @Rule("F69")
    void aRemovedBotOfTheConfigurationComesBackWithAReset() {
        assertThat(control.call("DELETE", "/bots/Configured", null).status()).isEqualTo(204);
        assertThat(control.get("/bots").path("bots")).isEmpty();
        problem(control.call("DELETE", "/bots/Configured", null), 404, "There is no scripted bot Configured");

        control.post("/reset");

        assertThat(control.get("/bots").path("bots").findValuesAsString("name")).containsExactly("configured");
    }

    @Test
    @Rule("F69")
    void aWrongScriptIsAProblemThatNamesTheMember() {
        wrong("{}", "rules: ");
        wrong("{\"rules\": [{\"intent\": \"A\"}]}", "rules[0].when: ");
        wrong("{\"rules\": [{\"when\": {}, \"intent\": \"A\"}]}", "rules[0].when: must have at least one of");
        wrong("{\"rules\": [{\"when\": {\"any\": true}}]}", "rules[0].intent: must name the intent");
        wrong("{\"rules\": [{\"when\": {\"regex\": \"(\"}, \"intent\": \"A\"}]}", "rules[0].when.regex: ");
        wrong(
                "{\"rules\": [{\"when\": {\"any\": true}, \"intent\": \"A\", \"messages\": [1]}]}",
                "rules[0].messages[0]: must be a text, or an object");
        wrong(
                "{\"rules\": [{\"when\": {\"any\": true}, \"intent\": \"A\", \"messages\": [{\"text\": \"a\"}]}]}",
                "rules[0].messages[0]: must be a text, or an object");
        wrong("{\"rules\": [{\"when\": {\"Any\": true}, \"intent\": \"A\"}]}", "Any: is unknown");
        problem(control.call("PUT", "/bots/---", "{\"rules\": []}"), 400, "botName: must be 1 to 500 characters");
        assertThat(control.get("/bots").path("bots")).hasSize(1);
    }

    private void wrong(String json, String detail) {
        problem(control.call("PUT", "/bots/OrderFlowers", json), 400, detail);
    }
}
