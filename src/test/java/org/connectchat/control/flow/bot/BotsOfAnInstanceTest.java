package org.connectchat.control.flow.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows that a test can give an instance scripted bots of its own. */
class BotsOfAnInstanceTest {

    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.flows.lex.bots.orders-live.rules[0].when.any=true",
            "emulator.flows.lex.bots.orders-live.rules[0].intent=OfTheEmulator");

    /** A flow that asks the bot at once. */
    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "bot", "Metadata": {}, "Actions": [
             {"Identifier": "bot", "Type": "ConnectParticipantWithLexBot",
              "Parameters": {"LexInitializationData": {"InitialMessage": "order"},
               "LexV2Bot": {"AliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/ORDERS/LIVE"}},
              "Transitions": {"NextAction": "end",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"},
                {"ErrorType": "NoMatchingCondition", "NextAction": "end"}],
               "Conditions": [{"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["A"]}}]}},
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

    private void put(String name, String instanceId, String intent) {
        Answer answer = control.call("PUT", "/bots/" + name + "?instanceId=" + instanceId, """
                {"rules": [{"when": {"any": true}, "intent": "%s"}]}""".formatted(intent));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> bots(String query) {
        return control.get("/bots" + query).path("bots").findValuesAsString("name");
    }

    /** What the bot of a flow in this instance replies. */
    private String intent(String instanceId) {
        Chat chat =
                Flows.start(EMULATOR, instanceId, Flows.created(EMULATOR, instanceId, "bot" + System.nanoTime(), FLOW));
        control.post("/contacts/" + chat.contactId() + "/connect");
        return control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"bot\"}")
                .path("outcome")
                .asString();
    }

    @Test
    @Rule("F103")
    void aBotOfAnInstanceRepliesThereBeforeThatOfTheEmulator() {
        put("orders-live", "a", "OfA");
        put("orders", "b", "OfB");

        assertThat(intent("a")).isEqualTo("OfA");
        assertThat(intent("b")).as("a less exact name of its own").isEqualTo("OfB");
        assertThat(intent("c")).isEqualTo("OfTheEmulator");
    }

    @Test
    @Rule("F103")
    void anInstanceFindsTheBotsOfTheEmulatorBesideItsOwn() {
        put("another", "a", "OfA");

        assertThat(intent("a")).isEqualTo("OfTheEmulator");
        assertThat(bots("?instanceId=a")).containsExactly("another");
        assertThat(bots("?instanceId=b")).isEmpty();
        assertThat(bots("")).containsExactly("orders-live");
    }

    @Test
    @Rule("F103")
    void aBotIsRemovedFromItsInstanceAlone() {
        put("orders-live", "a", "OfA");
        put("orders-live", "b", "OfB");

        assertThat(control.call("DELETE", "/bots/ORDERS-LIVE?instanceId=a", null)
                        .status())
                .isEqualTo(204);

        assertThat(intent("a")).isEqualTo("OfTheEmulator");
        assertThat(intent("b")).isEqualTo("OfB");
        problem(
                control.call("DELETE", "/bots/orders-live?instanceId=a", null),
                404,
                "There is no scripted bot orders-live of instance a alone");
        problem(
                control.call("PUT", "/bots/---?instanceId=a", "{\"rules\": []}"),
                400,
                "botName: must be 1 to 500 characters");
        assertThat(bots("?instanceId=a")).isEmpty();
    }
}
