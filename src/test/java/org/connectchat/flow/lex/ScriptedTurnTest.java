package org.connectchat.flow.lex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.lex.script.BotRule;
import org.connectchat.flow.lex.script.BotRule.When;
import org.connectchat.flow.lex.script.BotScript;
import org.connectchat.flow.lex.script.ScriptMessage;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.outbound.AccessKey;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Shows turns with scripted bots. */
class ScriptedTurnTest {

    private static final When ANY = new When(null, null, null, null, true);

    @ParameterizedTest
    @ValueSource(strings = {LexServer.ARN, "BOT1234567/ALIAS98765", "bot1234567"})
    @Rule("F68")
    void aScriptedBotGoesBeforeTheEndpoint(String name) {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = bots(name, closing("Scripted", List.of()), server)) {
            assertThat(spoken(bots, "hello", null).intentName()).isEqualTo("Scripted");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    @Rule("F68")
    void aLexV1BotIsScriptedByItsName() {
        try (Bots bots = bots("orders", closing("Scripted", List.of()), null)) {
            BotName bot = new BotName.V1("Orders", "us-east-1", "live");

            assertThat(bots.recognize(new BotRequest(bot, null, "c-1", "en_US", "hello", false, null)))
                    .isInstanceOf(BotTurn.Spoken.class);
        }
    }

    @Test
    @Rule("F69")
    void aReplyThatClosesHasMessagesIntentSlotsAttributesAndDelay() {
        String template = "{\"templateType\":\"Panel\",\"version\":\"1.0\",\"data\":{\"content\":{\"title\":\"{1}\"}}}";
        BotRule rule = new BotRule(
                new When(null, null, "order (\\w+)", null, null),
                List.of(ScriptMessage.of("You said: {input}"), ScriptMessage.of(template)),
                "Order",
                Map.of("item", "{1}"),
                Map.of("last", "{0}"),
                null,
                null,
                Duration.ofSeconds(3));
        try (Bots bots = bots("BOT1234567", rule, null)) {
            BotTurn.Spoken turn = spoken(bots, "I order \"tea", Map.of("plan", "gold"));
            assertThat(turn.intentName()).isEqualTo("FallbackIntent");

            turn = spoken(bots, "I order tea", Map.of("plan", "gold"));
            assertThat(turn.messages())
                    .containsExactly(
                            new BotMessage(BotMessage.TEXT, "You said: I order tea"),
                            new BotMessage(BotMessage.INTERACTIVE, template.replace("{1}", "tea")));
            assertThat(turn.dialog()).isEqualTo(Dialog.OVER);
            assertThat(turn.delay()).isEqualTo(Duration.ofSeconds(3));
            assertThat(turn.lex()).isEqualTo(JsonMapper.shared().readTree("""
                            {"IntentName": "Order", "Slots": {"item": "tea"}, "DialogState": "Fulfilled",
                             "SessionAttributes": {"plan": "gold", "last": "order tea"}}"""));
        }
    }

    @Test
    @Rule("F69")
    void sessionAttributesStayWhileTheDialogGoesOn() {
        BotRule echo = new BotRule(
                ANY, List.of(ScriptMessage.of("{input}")), null, null, Map.of("last", "{input}"), true, null, null);
        try (Bots bots = bots("BOT1234567", echo, null)) {
            assertThat(spoken(bots, "one", Map.of("plan", "gold")).dialog()).isEqualTo(Dialog.GOES_ON);

            assertThat(spoken(bots, "two", null).lex().get("SessionAttributes").toString())
                    .isEqualTo("{\"plan\":\"gold\",\"last\":\"two\"}");
        }
    }

    @Test
    @Rule("F69")
    void aRuleCanFail() {
        BotRule rule = new BotRule(ANY, null, null, null, null, null, true, null);
        try (Bots bots = bots("BOT1234567", rule, null)) {
            BotTurn.Spoken turn = spoken(bots, "hello", null);

            assertThat(turn.dialog()).isEqualTo(Dialog.FAILED);
            assertThat(turn.messages()).isEmpty();
            assertThat(turn.lex().get("DialogState").stringValue()).isEqualTo("Failed");
        }
    }

    @Test
    @Rule("F69")
    void whatABotEchoesIsBounded() {
        BotRule rule = closing("Echo", List.of(ScriptMessage.of("{input}".repeat(100))));
        try (Bots bots = bots("BOT1234567", rule, null)) {
            assertThat(bots.recognize(LexServer.request("x".repeat(1024)))).isInstanceOf(BotTurn.Failed.class);
        }
    }

    private static BotRule closing(String intent, List<ScriptMessage> messages) {
        return new BotRule(ANY, messages, intent, null, null, null, null, null);
    }

    private static Bots bots(String name, BotRule rule, LexServer server) {
        return new Bots(
                new ScriptedBots(Map.of(name, new BotScript(List.of(rule)))),
                server == null ? null : server.url(),
                new AccessKey("a", "b", null),
                Duration.ofSeconds(60));
    }

    private static BotTurn.Spoken spoken(Bots bots, String text, Map<String, String> attributes) {
        BotName bot = new BotName.V2(LexServer.ARN);
        return (BotTurn.Spoken) bots.recognize(new BotRequest(bot, null, "c-1", "en_US", text, false, attributes));
    }
}
