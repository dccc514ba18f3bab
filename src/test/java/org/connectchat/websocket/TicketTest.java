package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows who may dial. How long a ticket is good is shown where the clock can be moved. */
class TicketTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private static URI withTicket(String query) {
        return URI.create("ws://127.0.0.1:" + EMULATOR.port() + "/participant/websocket" + query);
    }

    @Test
    @Rule("W3")
    void aTicketMayBeDialledSeveralTimesAndBySeveralAtOnce() {
        Chat chat = Chat.start(EMULATOR);
        URI url = chat.customer().socketUrl();

        ClientSocket first = ClientSocket.dial(url).subscribed();
        first.close();
        ClientSocket second = ClientSocket.dial(url).subscribed();
        ClientSocket third = ClientSocket.dial(url).subscribed();
        chat.customer().say("hello");

        assertThat(List.of(second, third))
                .allSatisfy(socket -> assertThat(
                                socket.nextItem("text/plain").path("Content").asString())
                        .isEqualTo("hello"));
        second.close();
        third.close();
    }

    @Test
    @Rule("W4")
    void anInventedTicketIsRefused() {
        String good = Chat.start(EMULATOR).customer().socketUrl().getRawQuery();

        assertThat(List.of(
                        "",
                        "?ticket=",
                        "?ticket=nonsense",
                        "?other=1",
                        "?" + good + "A",
                        "?" + good.substring(0, good.length() - 1),
                        "?ticket=" + "A".repeat(32),
                        "?ticket=%00%F0%9F"))
                .allSatisfy(query ->
                        assertThat(ClientSocket.refusal(withTicket(query))).isEqualTo(403));
    }

    @Test
    @Rule("W4")
    void tokensAndIdsAreNoTickets() {
        Chat chat = Chat.start(EMULATOR);

        for (String wrong : List.of(
                chat.contactId(),
                chat.customer().id(),
                chat.customer().participantToken().substring(0, 100))) {
            assertThat(ClientSocket.refusal(withTicket("?ticket=" + wrong.replaceAll("[^A-Za-z0-9-]", ""))))
                    .isEqualTo(403);
        }
    }

    @Test
    @Rule("W4")
    void whenTheChatHasEndedItsTicketsAreRefusedWhetherUsedOrNot() {
        Chat chat = Chat.start(EMULATOR);
        URI unused = chat.customer().socketUrl();
        URI used = chat.customer().socketUrl();
        ClientSocket.dial(used).subscribed().close();

        chat.stop();

        assertThat(ClientSocket.refusal(unused)).isEqualTo(403);
        assertThat(ClientSocket.refusal(used)).isEqualTo(403);
    }

    @Test
    @Rule("W4")
    void aRefusalSpeaksLikeEveryOtherErrorOfTheService() {
        Answer answer = EMULATOR.send(
                "GET",
                "/participant/websocket?ticket=nonsense",
                BodyPublishers.noBody(),
                "Origin",
                "https://shop.example.test");

        assertThat(answer.status()).isIn(400, 403);
        assertThat(answer.header("x-amzn-ErrorType")).isNotEmpty();
        assertThat(answer.text("message")).isNotEmpty();
    }

    @Test
    @Rule("W4")
    void aRequestWithoutAnUpgradeOpensNoSocketEvenWithAValidTicket() {
        URI url = Chat.start(EMULATOR).customer().socketUrl();
        String path = url.getRawPath() + "?" + url.getRawQuery();

        for (String method : List.of("GET", "POST", "PUT")) {
            assertThat(EMULATOR.send(method, path, BodyPublishers.noBody()).status())
                    .isBetween(400, 426);
        }
    }

    @Test
    @Rule({"P1", "W4"})
    void aSocketHearsItsOwnChatAlone() {
        Chat one = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        ClientSocket socket = one.customer().join();
        ClientSocket otherSocket = other.customer().join();
        socket.itemsUpToNow();

        other.customer().say("not for everybody");
        otherSocket.nextItem("text/plain");

        assertThat(socket.itemsUpToNow()).isEmpty();
        socket.close();
        otherSocket.close();
    }

    @Test
    @Rule("W4")
    void aTicketIsForItsParticipant() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();

        ClientSocket socket = ClientSocket.dial(bot.socketUrl()).subscribed();

        assertThat(socket.nextEvent("participant.joined").path("ParticipantId").asString())
                .isEqualTo(bot.id());
        assertThat(chat.description().has("ConnectedToSystemTimestamp")).isFalse();
        socket.close();
    }
}
