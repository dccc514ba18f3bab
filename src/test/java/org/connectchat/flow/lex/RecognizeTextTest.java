package org.connectchat.flow.lex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.lex.LexServer.Received;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.outbound.AccessKey;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a Lex endpoint is sent, and which bot takes a turn. */
@ExtendWith(OutputCaptureExtension.class)
class RecognizeTextTest {

    private static final BotName BOT = new BotName.V2(LexServer.ARN);

    @Test
    @Rule("F61")
    void theCallIsARecognizeTextOfTheBotAndAliasOfTheArn() {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            bots.recognize(new BotRequest(BOT, null, "c-1", "en_US", "book a table", false, Map.of("plan", "gold")));

            Received call = server.received().get(0);
            assertThat(call.method() + " " + call.path())
                    .isEqualTo("POST /bots/BOT1234567/botAliases/ALIAS98765/botLocales/en_US/sessions/c-1/text");
            assertThat(call.body()).isEqualTo(JsonMapper.shared().readTree("""
                            {"text": "book a table",
                             "sessionState": {"sessionAttributes": {"plan": "gold"}},
                             "requestAttributes": {"x-amz-lex:accept-content-types": "PlainText",
                                                   "x-amz-lex:channels:platform": "Connect Chat"}}"""));
            assertThat(call.headers().getFirst("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIDTEST/")
                    .contains("/eu-west-2/lex/aws4_request");
        }
    }

    @Test
    @Rule("F61")
    void aCallWithoutSessionAttributesSendsNoSessionState() {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            bots.recognize(LexServer.request("hello"));

            assertThat(server.received().get(0).body().has("sessionState")).isFalse();
        }
    }

    @Test
    @Rule("F62")
    void aHyphenInTheLanguageBecomesAnUnderscore() {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            bots.recognize(new BotRequest(BOT, null, "c-1", "de-AT", "servus", false, null));

            assertThat(server.received().get(0).path()).contains("/botLocales/de_AT/sessions/c-1/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "en/../..", "en?x", "", "en_US%2f"})
    @Rule("F62")
    void aLanguageThatIsNoneIsNotSent(String language) {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            assertThat(bots.recognize(new BotRequest(BOT, null, "c-1", language, "hello", false, null)))
                    .isInstanceOf(BotTurn.Failed.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "arn:aws:lex:eu-west-2:1:bot-alias/B",
                "arn:aws:lex:eu-west-2:1:bot-alias/B/A/x",
                "arn:aws:lex:eu-west-2:1:bot-alias/../A",
                "arn:aws:lex:evil.example/:1:bot-alias/B/A"
            })
    @Rule("F61")
    void anArnOfAnotherFormIsNotCalled(String arn) {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            assertThat(bots.recognize(new BotRequest(new BotName.V2(arn), null, "c-1", "en_US", "hello", false, null)))
                    .isInstanceOf(BotTurn.Failed.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    @Rule("F68")
    void withoutAnEndpointTheTurnFailsAndTheLogNamesTheArnAndTheSettings(CapturedOutput log) {
        try (Bots bots = LexServer.bots(null, Duration.ofSeconds(60))) {
            assertThat(bots.recognize(LexServer.request("hello")))
                    .isInstanceOfSatisfying(
                            BotTurn.Failed.class,
                            failed -> assertThat(failed.reason()).contains(LexServer.ARN));
        }
        assertThat(log.toString())
                .contains(LexServer.ARN, "emulator.flows.lex.bots", "emulator.flows.lex.endpoint")
                .doesNotContain("hello");
    }

    @Test
    @Rule("F68")
    void aLexV1BotIsNeverCalled() {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            BotName bot = new BotName.V1("orders", "us-east-1", "live");

            assertThat(bots.recognize(new BotRequest(bot, null, "c-1", "en_US", "hello", false, null)))
                    .isInstanceOf(BotTurn.Failed.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    @Rule("F60")
    void anInputThatLexRefusesIsNotSent() {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = server.bots()) {
            for (String text : List.of("", "x".repeat(1025))) {
                assertThat(bots.recognize(LexServer.request(text))).isInstanceOf(BotTurn.Failed.class);
            }
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void manyContactsTalkAtOnceEachInItsSession() {
        try (LexServer server = new LexServer((exchange, call) -> {
                    String session = exchange.getRequestURI().getPath().split("/", -1)[8];
                    LexServer.send(exchange, 200, """
                            {"messages": [{"contentType": "PlainText", "content": "%s"}],
                             "sessionState": {"dialogAction": {"type": "ElicitIntent"}}}""".formatted(session));
                });
                Bots bots = server.bots()) {
            List<String> texts = Simultaneously.call(50, i -> {
                BotTurn turn = bots.recognize(new BotRequest(BOT, null, "contact-" + i, "en_US", "hello", false, null));
                return ((BotTurn.Spoken) turn).messages().get(0).content();
            });

            for (int i = 0; i < texts.size(); i++) {
                assertThat(texts.get(i)).isEqualTo("contact-" + i);
            }
        }
    }

    @Test
    void regionsBeyondTheBoundAreRefused() {
        try (LexServer server = LexServer.responding(LexServer.CLOSED);
                Bots bots = new Bots(
                        new ScriptedBots(Map.of()),
                        server.url(),
                        new AccessKey("a", "b", null),
                        Duration.ofSeconds(60))) {
            for (int i = 0; i < 64; i++) {
                assertThat(bots.recognize(inRegion(i))).isInstanceOf(BotTurn.Spoken.class);
            }
            assertThat(bots.recognize(inRegion(64))).isInstanceOf(BotTurn.Failed.class);
            assertThat(bots.recognize(inRegion(0))).isInstanceOf(BotTurn.Spoken.class);
        }
    }

    private static BotRequest inRegion(int number) {
        BotName bot = new BotName.V2("arn:aws:lex:eu-west-" + number + ":1:bot-alias/BOT/ALIAS");
        return new BotRequest(bot, null, "c-1", "en_US", "hello", false, null);
    }
}
