package org.connectchat.participant.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that many who talk at once leave one order of items, which every socket and the transcript share. */
class SimultaneousSendersTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final int SENDERS = 20;
    private static final int MESSAGES_EACH = 50;

    @Test
    @Rule({"W9", "W10"})
    void twoSocketsAndTheTranscriptShowTheSameItemsInTheSameOrder() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        bot.sayPresent();
        ClientSocket one = chat.customer().join();
        ClientSocket two = bot.join();
        one.itemsUpToNow();
        two.itemsUpToNow();

        List<List<Answer>> answers = Simultaneously.call(SENDERS, sender -> {
            Party party = sender % 2 == 0 ? chat.customer() : bot;
            List<Answer> sent = new ArrayList<>();
            for (int i = 0; i < MESSAGES_EACH; i++) {
                sent.add(party.say(sender + "/" + i));
            }
            return sent;
        });

        List<JsonNode> heard = one.nextItems(SENDERS * MESSAGES_EACH);
        assertThat(two.nextItems(SENDERS * MESSAGES_EACH)).isEqualTo(heard);
        assertThat(one.itemsUpToNow()).isEmpty();
        assertThat(two.itemsUpToNow()).isEmpty();
        assertThat(Chat.wholeTranscript(chat.customer()).stream()
                        .filter(item -> item.path("Type").asString().equals("MESSAGE"))
                        .map(SimultaneousSendersTest::essence))
                .containsExactlyElementsOf(
                        heard.stream().map(SimultaneousSendersTest::essence).toList());
        assertThat(heard)
                .extracting(item -> item.path("Id").asString() + " at "
                        + item.path("AbsoluteTime").asString())
                .containsExactlyInAnyOrderElementsOf(answers.stream()
                        .flatMap(List::stream)
                        .map(answer -> answer.text("Id") + " at " + answer.text("AbsoluteTime"))
                        .toList());
        assertThat(heard)
                .extracting(item -> item.path("AbsoluteTime").asString())
                .isSorted();
        one.close();
        two.close();
    }

    private static String essence(JsonNode item) {
        return item.path("Id").asString() + " " + item.path("AbsoluteTime").asString() + " "
                + item.path("Content").asString();
    }

    @Test
    @Rule("P12")
    void oneClientTokenSendsOneMessageHoweverManySendIt() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();
        socket.itemsUpToNow();
        chat.customer().connectionToken();

        List<Answer> answers =
                Simultaneously.call(SENDERS, sender -> chat.customer().send("""
                {"ContentType": "text/plain", "Content": "hello", "ClientToken": "the-same"}"""));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(new HashSet<>(answers.stream().map(Answer::body).toList())).hasSize(1);
        assertThat(socket.itemsUpToNow())
                .extracting(item -> item.path("Id").asString())
                .containsExactly(answers.get(0).text("Id"));
        assertThat(Chat.wholeTranscript(chat.customer())).hasSize(2);
        socket.close();
    }

    @Test
    @Rule({"W15", "P29"})
    void ofManySimultaneousSubscriptionsOneConnectsTheCustomer() {
        Chat chat = Chat.start(EMULATOR, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "InitialMessage": {"ContentType": "text/plain", "Content": "I need help"}}""");

        List<ClientSocket> sockets =
                Simultaneously.call(5, number -> chat.customer().join());

        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly("text/plain", Party.EVENT + "participant.joined");
        sockets.forEach(ClientSocket::close);
    }

    @Test
    @Rule({"W16", "P19"})
    void nothingIsSaidAfterTheEndHoweverManyTalkMeanwhile() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();
        chat.customer().connectionToken();
        socket.itemsUpToNow();

        List<Answer> answers = Simultaneously.call(
                SENDERS,
                number -> number == SENDERS / 2
                        ? chat.customer().disconnect()
                        : chat.customer().send("""
                        {"ContentType": "text/plain", "Content": "hello"}"""));

        List<JsonNode> heard = socket.itemsUpToNow();
        assertThat(heard.get(heard.size() - 1).path("ContentType").asString()).isEqualTo(Party.EVENT + "chat.ended");
        assertThat(answers).extracting(Answer::outcome).isSubsetOf("200", "403 AccessDeniedException");
        assertThat(heard.stream().filter(item -> item.path("Type").asString().equals("MESSAGE")))
                .extracting(item -> item.path("Id").asString())
                .containsExactlyInAnyOrderElementsOf(answers.stream()
                        .filter(answer -> !answer.text("Id").isEmpty())
                        .map(answer -> answer.text("Id"))
                        .toList());
        socket.close();
    }
}
