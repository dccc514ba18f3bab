package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.Emulator;
import org.connectchat.Rule;
import org.connectchat.participant.Chat;
import org.connectchat.participant.ClientSocket;
import org.connectchat.participant.Party;
import org.junit.jupiter.api.Test;

/** Shows that a participant has five sockets at most, and that the oldest makes room for a sixth. */
class SocketLimitTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private static List<ClientSocket> join(Party party, int count) {
        List<ClientSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(party.join());
        }
        return sockets;
    }

    @Test
    @Rule("W11")
    void fiveSocketsHearEverything() {
        Chat chat = Chat.start(EMULATOR);
        List<ClientSocket> five = join(chat.customer(), 5);

        String id = chat.customer().say("hello").text("Id");

        assertThat(five)
                .allSatisfy(socket -> assertThat(
                                socket.nextItem("text/plain").path("Id").asString())
                        .isEqualTo(id));
        five.forEach(ClientSocket::close);
    }

    @Test
    @Rule("W11")
    void theSixthClosesTheOldest() {
        Chat chat = Chat.start(EMULATOR);
        List<ClientSocket> six = join(chat.customer(), 6);

        assertThat(six.get(0).closeCode()).isEqualTo(1000);
        String id = chat.customer().say("hello").text("Id");

        List<ClientSocket> rest = six.subList(1, 6);
        assertThat(rest)
                .allSatisfy(socket -> assertThat(
                                socket.nextItem("text/plain").path("Id").asString())
                        .isEqualTo(id));
        rest.forEach(ClientSocket::close);
    }

    @Test
    @Rule("W11")
    void socketsThatHaveNotSubscribedCountToo() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket oldest = chat.customer().dial();

        List<ClientSocket> more = join(chat.customer(), 5);

        assertThat(oldest.closeCode()).isEqualTo(1000);
        more.forEach(ClientSocket::close);
    }

    @Test
    @Rule("W11")
    void socketsThatAreClosedDoNotCount() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket first = chat.customer().join();
        for (int i = 0; i < 10; i++) {
            ClientSocket brief = chat.customer().join();
            brief.sendBinary(new byte[1]); // which the server answers with a close
            brief.closeCode();
        }

        List<ClientSocket> four = join(chat.customer(), 4);

        String id = chat.customer().say("hello").text("Id");
        assertThat(first.nextItem("text/plain").path("Id").asString()).isEqualTo(id);
        first.close();
        four.forEach(ClientSocket::close);
    }

    @Test
    @Rule("W11")
    void eachParticipantHasFive() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        List<ClientSocket> all = join(chat.customer(), 5);
        all.addAll(join(bot, 5));

        String id = bot.say("hello").text("Id");

        assertThat(all)
                .allSatisfy(socket -> assertThat(
                                socket.nextItem("text/plain").path("Id").asString())
                        .isEqualTo(id));
        all.forEach(ClientSocket::close);
    }
}
