package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.message.BotChat.BOT;
import static org.connectchat.flow.action.message.ReplyingBot.spoken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.lex.BotName;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.Dialog;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a bot begins, and what its first calls carry. */
class ConnectParticipantWithLexBotTest {

    private final ReplyingBot bot = new ReplyingBot();

    @Rule({"F31", "F32", "F59"})
    @Test
    void theBotSaysItsTextAndWaitsForTheCustomer() {
        FlowFixture chat = BotChat.connect(bot, ", \"Text\": \"Hello $.Attributes.name\"");

        assertThat(chat.said()).containsExactly("Hello Ada");
        assertThat(chat.items().get(chat.items().size() - 1).author().displayName())
                .isEqualTo("BOT");
        assertThat(chat.contact().participants()).hasSize(1);
        assertThat(bot.requests()).isEmpty();
    }

    @Rule({"F61", "F62"})
    @Test
    void theFirstCallBeginsTheSessionOfTheContact() {
        FlowFixture chat = BotChat.connect(
                bot, ", \"Text\": \"Hello\", \"LexSessionAttributes\": {\"who\": \"$.Attributes.name\"}");

        chat.customerSays("one").customerSays("two");

        BotName name = new BotName.V2("arn:aws:lex:us-east-1:000000000000:bot-alias/TRIP/LIVE");
        String session = chat.contact().id();
        assertThat(bot.requests())
                .containsExactly(
                        new BotRequest(
                                name, FlowFixture.INSTANCE_ID, session, "en_US", "one", false, Map.of("who", "Ada")),
                        new BotRequest(name, FlowFixture.INSTANCE_ID, session, "en_US", "two", false, null));
    }

    @Rule({"F39", "F59"})
    @Test
    void theInitialMessageIsTheFirstInputAndNoMessage() {
        bot.on("I want to fly", spoken(Dialog.GOES_ON, null, Duration.ZERO, "Where to?"));

        FlowFixture chat = BotChat.connect(
                bot,
                "{" + BOT + ", \"LexInitializationData\": {\"InitialMessage\": \"$.Media.InitialMessage\"}}",
                new ChatMessage(ContentTypes.PLAIN, "I want to fly"));

        assertThat(chat.said()).containsExactly("Where to?");
        assertThat(chat.items())
                .filteredOn(item -> "I want to fly".equals(item.content()))
                .hasSize(1);
        assertThat(bot.requests().get(0).initial()).isTrue();
    }

    @Rule("F39")
    @Test
    void withoutAnInitialMessageItIsAFailure() {
        FlowFixture chat = BotChat.connect(
                bot,
                ", \"Text\": \"Hello\", \"LexInitializationData\": {\"InitialMessage\": \"$.Media.InitialMessage\"}");

        assertThat(chat.said()).containsExactly("NME");
        assertThat(bot.requests()).isEmpty();
    }

    @Rule("F39")
    @Test
    void theInitialMessageOfTheChatIsNoInputByItself() {
        FlowFixture chat = BotChat.connect(
                bot, "{" + BOT + ", \"Text\": \"Hello\"}", new ChatMessage(ContentTypes.PLAIN, "I want to fly"));

        assertThat(chat.said()).containsExactly("Hello");
        assertThat(bot.requests()).isEmpty();
    }

    @Rule("F59")
    @Test
    void aLongFirstInputIsCut() {
        FlowFixture chat = BotChat.connect(
                bot, ", \"LexInitializationData\": {\"InitialMessage\": \"" + "x".repeat(2_000) + "\"}");

        assertThat(bot.inputs()).containsExactly("x".repeat(1_024));
        assertThat(chat.path()).isEmpty();
    }

    @Rule("F68")
    @Test
    void aBotOfLexV1IsKnownByItsName() {
        FlowFixture chat = BotChat.connect(
                bot,
                "{\"LexBot\": {\"Name\": \"Trips\", \"Region\": \"us-west-2\", \"Alias\": \"$LATEST\"}, \"Text\": \"Hello\"}",
                (ChatMessage) null);

        chat.customerSays("one");

        assertThat(bot.requests().get(0).bot()).isEqualTo(new BotName.V1("Trips", "us-west-2", "$LATEST"));
    }

    @Rule("F59")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Text\": \"Hello\"",
                "\"LexV2Bot\": {\"AliasArn\": \"$.Attributes.unknown\"}, \"Text\": \"Hello\"",
                BOT,
                BOT + ", \"LexBot\": {\"Name\": \"Trips\"}, \"Text\": \"Hello\"",
                BOT + ", \"Text\": \"Hello\", \"SSML\": \"<speak/>\"",
                BOT + ", \"Text\": \"$.Attributes.unknown\"",
                BOT + ", \"PromptId\": \"a-prompt\"",
                BOT + ", \"Text\": \"Hello\", \"LexTimeoutSeconds\": {\"Text\": \"soon\"}",
                BOT + ", \"Text\": \"Hello\", \"LexTimeoutSeconds\": {\"Text\": \"59\"}",
                BOT + ", \"Text\": \"Hello\", \"LexTimeoutSeconds\": {\"Text\": \"604801\"}"
            })
    void whatNamesNoBotOrSaysNothingIsAFailure(String parameters) {
        FlowFixture chat = BotChat.connect(bot, "{" + parameters + "}", (ChatMessage) null);

        assertThat(chat.said()).containsExactly("NME");
        assertThat(chat.log().get(0).reason()).isNotBlank();
    }

    @Rule("F59")
    @ParameterizedTest
    @EnumSource(
            value = FlowType.class,
            names = {"CUSTOMER_HOLD", "AGENT_HOLD", "AGENT_WHISPER", "CUSTOMER_WHISPER", "OUTBOUND_WHISPER"})
    void whisperAndHoldFlowsConnectNoBot(FlowType type) {
        FlowFixture chat = BotChat.connect(bot, type, "{" + BOT + ", \"Text\": \"Hello\"}");

        assertThat(chat.said()).containsExactly("NME");
    }

    @Rule("F66")
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void theTimeLimitBeginsAgainWhenTheBotHasSpoken(int messages) {
        FlowFixture chat = BotChat.connect(bot, ", \"Text\": \"Hello\", \"LexTimeoutSeconds\": {\"Text\": \"60\"}");

        for (int i = 0; i < messages; i++) {
            chat.after(Duration.ofSeconds(59)).customerSays("a message");
        }
        chat.after(Duration.ofSeconds(59));
        assertThat(chat.path()).isEmpty();

        chat.after(Duration.ofSeconds(1));
        assertThat(chat.said()).last().isEqualTo("late");
    }

    @Rule("F66")
    @Test
    void withoutATimeLimitTheBotWaitsOn() {
        FlowFixture chat = BotChat.connect(bot, ", \"Text\": \"Hello\"").after(Duration.ofHours(20));

        chat.customerSays("one");

        assertThat(chat.said()).isEqualTo(List.of("Hello", "You say one"));
    }
}
