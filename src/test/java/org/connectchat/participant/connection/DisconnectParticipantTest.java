package org.connectchat.participant.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows what happens when a participant leaves: the customer, and with it the chat; or a bot, and the chat goes on. */
class DisconnectParticipantTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    @Test
    @Rule({"P19", "W16"})
    void whenTheCustomerLeavesAllParticipantsReceiveTheEndOfTheChat() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        ClientSocket own = chat.customer().join();
        ClientSocket bots = bot.join();
        own.itemsUpToNow();
        bots.itemsUpToNow();

        Answer answer = chat.customer().disconnect();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        List<JsonNode> heard = own.nextItems(2);
        assertThat(heard)
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(Party.EVENT + "participant.left", Party.EVENT + "chat.ended");
        assertThat(bots.nextItems(2)).isEqualTo(heard);
        own.close();
        bots.close();
    }

    @Test
    @Rule("P19")
    void theContactTellsThatTheCustomerEndedIt() {
        Chat chat = Chat.start(EMULATOR);

        chat.customer().disconnect();

        assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("CUSTOMER_DISCONNECT");
        assertThat(chat.description().path("DisconnectTimestamp").isNumber()).isTrue();
    }

    @Test
    @Rule({"P1", "P19"})
    void whenTheCustomerHasLeftAllTokensOfTheChatAreInvalid() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        URI unused = chat.customer().socketUrl();
        for (Party party : List.of(chat.customer(), bot)) {
            party.say("hello");
        }

        chat.customer().disconnect();

        for (Party party : List.of(chat.customer(), bot)) {
            assertThat(party.connection("""
                            {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}""").outcome()).isEqualTo("403 AccessDeniedException");
            for (String operation : List.of("message", "event", "transcript", "disconnect")) {
                assertThat(party.call(operation, "{}").outcome()).isEqualTo("403 AccessDeniedException");
            }
        }
        assertThat(ClientSocket.refusal(unused)).isEqualTo(403);
    }

    @Test
    @Rule("P20")
    void whenABotLeavesTheChatGoesOn() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        ClientSocket socket = chat.customer().join();
        bot.sayPresent();
        socket.itemsUpToNow();

        Answer answer = bot.disconnect();
        chat.customer().say("still here");

        assertThat(answer.body()).isEqualTo("{}");
        JsonNode left = socket.nextItem();
        assertThat(left.path("ContentType").asString()).isEqualTo(Party.EVENT + "participant.left");
        assertThat(left.path("ParticipantId").asString()).isEqualTo(bot.id());
        assertThat(socket.nextItem().path("Content").asString()).isEqualTo("still here");
        assertThat(chat.description().has("DisconnectTimestamp")).isFalse();
        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(item -> item.path("ContentType").asString())
                .contains(Party.EVENT + "participant.left")
                .doesNotContain(Party.EVENT + "chat.ended");
        socket.close();
    }

    @Test
    @Rule({"P1", "P20"})
    void theTokensOfABotThatHasLeftOpenNothing() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        URI unused = bot.socketUrl();
        bot.say("hello");

        bot.disconnect();

        assertThat(bot.connection("""
                        {"ConnectParticipant": true}""").outcome()).isEqualTo("403 AccessDeniedException");
        for (String operation : List.of("message", "event", "transcript", "disconnect")) {
            assertThat(bot.call(operation, "{}").outcome()).isEqualTo("403 AccessDeniedException");
        }
        assertThat(ClientSocket.refusal(unused)).isEqualTo(403);
    }

    @Test
    @Rule("P20")
    void aBotThatHasLeftHearsNothingMoreOnTheSocketsItHad() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        ClientSocket socket = bot.join();
        socket.itemsUpToNow();

        bot.disconnect();
        chat.customer().say("now that we are alone");

        // Its own leaving is the last that it may hear; after it the server may or may not close.
        assertThat(socket.itemsUpToNow())
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(Party.EVENT + "participant.left");
        socket.close();
    }

    @Test
    @Rule("P19")
    void itsClientTokenHasAtMost500Characters() {
        Party customer = Chat.start(EMULATOR).customer();

        assertThat(customer.call("disconnect", """
                        {"ClientToken": "%s"}""".formatted("t".repeat(501))).outcome())
                .isEqualTo("400 ValidationException");
        assertThat(customer.call("disconnect", """
                        {"ClientToken": "%s"}""".formatted("t".repeat(500))).status())
                .isEqualTo(200);
    }
}
