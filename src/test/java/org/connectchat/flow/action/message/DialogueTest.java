package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.message.ReplyingBot.spoken;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.flow.lex.BotMessage;
import org.connectchat.flow.lex.BotTurn;
import org.connectchat.flow.lex.Dialog;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** What a customer and a bot say to each other, until the bot is done. */
class DialogueTest {

    private static final String HELLO = ", \"Text\": \"Hello\"";

    private final ReplyingBot bot = new ReplyingBot();

    @Rule({"F64", "F65"})
    @Test
    void theFlowBranchesOnTheIntentAndKnowsWhatTheBotHasFound() {
        bot.on("book", spoken(Dialog.OVER, "Book", Duration.ZERO, "Thank you", "Goodbye"));
        FlowFixture chat = BotChat.connect(bot, HELLO);

        chat.customerSays("which city").customerSays("book").customerSays("more");

        assertThat(chat.said())
                .containsExactly("Hello", "You say which city", "Thank you", "Goodbye", "To Paris by Book");
        assertThat(bot.inputs()).containsExactly("which city", "book");
    }

    @Rule("F65")
    @Test
    void anIntentWithoutAConditionHasAnEntryOfItsOwn() {
        bot.on("what", spoken(Dialog.OVER, "FallbackIntent", Duration.ZERO));
        FlowFixture chat = BotChat.connect(bot, HELLO).customerSays("what");

        assertThat(chat.said()).containsExactly("Hello", "NMC");
    }

    @Rule("F64")
    @Test
    void anIntentThatFailsIsAFailure() {
        bot.on("book", spoken(Dialog.FAILED, "Book", Duration.ZERO, "I am sorry"));
        FlowFixture chat = BotChat.connect(bot, HELLO).customerSays("book");

        assertThat(chat.said()).containsExactly("Hello", "I am sorry", "NME");
        assertThat(chat.log().get(0).reason()).contains("Book");
    }

    @Rule("F67")
    @Test
    void aCallThatFailsShowsTheCustomerNothing() {
        bot.on("book", new BotTurn.Failed("The endpoint was not reached"));
        FlowFixture chat = BotChat.connect(bot, HELLO).customerSays("book");

        assertThat(chat.said()).containsExactly("Hello", "NME");
        assertThat(chat.log().get(0).reason()).isEqualTo("The endpoint was not reached");
    }

    @Rule({"F33", "F34"})
    @Test
    void aTemplateIsUnchangedAndTheChoiceIsAnInput() {
        String template = "{ \"templateType\":\"ListPicker\", \"version\":\"1.0\",\"data\":{\"content\":{}} }";
        bot.on(
                "menu",
                spoken(Dialog.GOES_ON, null, Duration.ZERO, List.of(new BotMessage(BotMessage.INTERACTIVE, template))));
        FlowFixture chat = BotChat.fixture(bot).flow("flow", BotChat.flow("{" + BotChat.BOT + HELLO + "}"));

        chat.startAndConnect("flow").customerSays("menu").customerSays("Billing");

        ChatItem menu = chat.items().stream()
                .filter(item -> template.equals(item.content()))
                .findFirst()
                .orElseThrow();
        assertThat(menu.contentType()).isEqualTo("application/vnd.amazonaws.connect.message.interactive");
        assertThat(menu.author().displayName()).isEqualTo("BOT");
        assertThat(chat.items()).extracting(ChatItem::content).contains("Billing");
        assertThat(bot.inputs()).containsExactly("menu", "Billing");
    }

    @Rule("F60")
    @Test
    void anInputOfMoreThan1024CharactersIsAFailure() {
        FlowFixture chat = BotChat.connect(bot, HELLO)
                .customerSends(new ChatMessage(ContentTypes.JSON, "{\"a\": 1}"))
                .customerSays("x".repeat(1_025));

        assertThat(bot.inputs()).containsExactly("{\"a\": 1}");
        assertThat(chat.said()).last().isEqualTo("NME");
    }

    @Rule("F59")
    @Test
    void whatTheCustomerSendsDuringACallWaitsItsTurn() {
        FlowFixture chat = BotChat.connect(bot, HELLO);
        bot.duringTheNextTurn(() -> Stream.of("two", "three").forEach(text -> send(chat, text)));

        chat.customerSays("one");

        assertThat(chat.items())
                .extracting(ChatItem::content)
                .containsSubsequence("one", "two", "three", "You say one", "You say two", "You say three");
        assertThat(bot.inputs()).containsExactly("one", "two", "three");
    }

    @Rule("F69")
    @Test
    void aDelayRunsOnTheClockOfTheEmulator() {
        bot.on("slow", spoken(Dialog.GOES_ON, null, Duration.ofSeconds(30), "At last"));
        FlowFixture chat = BotChat.connect(bot, HELLO + ", \"LexTimeoutSeconds\": {\"Text\": \"60\"}");

        chat.customerSays("slow").customerSays("next").after(Duration.ofSeconds(29));
        assertThat(chat.said()).containsExactly("Hello");

        chat.after(Duration.ofSeconds(1));
        assertThat(chat.said()).containsExactly("Hello", "At last", "You say next");

        chat.after(Duration.ofSeconds(60));
        assertThat(chat.said()).last().isEqualTo("late");
    }

    @Rule("R13")
    @Test
    void aDelayedReplyForWhichThereIsNoMemoryIsAFailure() {
        bot.on("slow", spoken(Dialog.GOES_ON, null, Duration.ofSeconds(30), "At last"));
        FlowFixture chat = BotChat.connect(bot, HELLO).customerSays("slow");

        chat.bean(MemoryBudget.class).hold(1L << 30);
        chat.after(Duration.ofSeconds(30));

        assertThat(chat.said()).containsExactly("Hello");
        assertThat(chat.log().get(0).reason()).contains("memory");
    }

    @Rule("F82")
    @Test
    void aReplyAfterTheEndOfTheChatIsNotSaid() {
        FlowFixture chat = BotChat.connect(bot, HELLO);
        bot.duringTheNextTurn(() -> chat.presence().disconnect(chat.customer()));

        chat.customerSays("one");

        assertThat(chat.said()).containsExactly("Hello");
    }

    @Rule({"F59", "F82"})
    @Test
    void ofManyMessagesAtOnceNoneIsLostOrDoubledAndTheirOrderIsKept() {
        int senders = 16;
        int each = 25;
        FlowFixture chat = BotChat.connect(bot, HELLO);

        Simultaneously.call(senders, sender -> {
            IntStream.range(0, each).forEach(i -> chat.customerSays(sender + "/" + i));
            return sender;
        });
        chat.settle();

        List<String> sent = chat.items().stream()
                .filter(item -> item.isBy(chat.customer().participant().id()) && item.type() == ChatItem.Type.MESSAGE)
                .map(ChatItem::content)
                .toList();
        assertThat(sent).hasSize(senders * each);
        assertThat(bot.inputs()).isEqualTo(sent);
        assertThat(chat.said())
                .isEqualTo(Stream.concat(Stream.of("Hello"), sent.stream().map("You say "::concat))
                        .toList());
    }

    private static void send(FlowFixture chat, String text) {
        chat.bean(ChatParticipants.class).send(chat.customer(), new ChatMessage(ContentTypes.PLAIN, text), null);
    }
}
