package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.RawSocket;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that a participant has five sockets at most, and that a dead one makes room for a sixth, or else the oldest. */
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

    /** Where the living one stands among the dead ones, many times. */
    static IntStream places() {
        return IntStream.range(0, 5);
    }

    @ParameterizedTest
    @MethodSource("places")
    @Rule("W18")
    void deadOnesGoBeforeALivingOne(int place) throws Exception {
        List<Chat> chats = new ArrayList<>();
        List<ClientSocket> living = new ArrayList<>();
        List<RawSocket> silent = new ArrayList<>();
        for (int repetition = 0; repetition < 8; repetition++) {
            Chat chat = Chat.start(EMULATOR);
            chats.add(chat);
            for (int i = 0; i < 5; i++) {
                if (i == place) {
                    living.add(chat.customer().join());
                } else {
                    RawSocket dead = RawSocket.dial(chat.customer().socketUrl());
                    dead.sendText("""
                            {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""");
                    dead.readText(); // so that nothing of it is still under way, which would be an answer
                    silent.add(dead);
                }
            }
        }

        for (Chat chat : chats) {
            living.addAll(join(chat.customer(), 1));
        }
        for (int i = 0; i < silent.size(); i += 4) {
            silent.get(i).readToTheEnd();
        }

        for (int i = 0; i < chats.size(); i++) {
            String id = chats.get(i).customer().say("still here?").text("Id");
            for (ClientSocket socket : List.of(living.get(i), living.get(i + chats.size()))) {
                assertThat(socket.nextItem("text/plain").path("Id").asString()).isEqualTo(id);
            }
        }
        living.forEach(ClientSocket::close);
        silent.forEach(RawSocket::close);
    }

    @Test
    @Rule("W18")
    void deadSocketsNeverDisplaceALivingOne() throws Exception {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket oldest = chat.customer().join();

        for (int i = 0; i < 40; i++) {
            RawSocket vanishing = RawSocket.dial(chat.customer().socketUrl());
            vanishing.sendText("""
                    {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""");
            vanishing.close();
            ClientSocket sixth = chat.customer().join();
            sixth.sendBinary(new byte[1]);
            sixth.closeCode();
        }

        String id = chat.customer().say("still here?").text("Id");
        assertThat(oldest.nextItem("text/plain").path("Id").asString()).isEqualTo(id);
        oldest.close();
    }

    @Test
    @Rule("W18")
    void aStormOfDialsIsBoundedAtOnce() throws Exception {
        Chat chat = Chat.start(EMULATOR);
        List<RawSocket> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(RawSocket.dial(chat.customer().socketUrl()));
        }

        for (RawSocket socket : all.subList(0, 20)) {
            socket.readToTheEnd();
        }
        for (RawSocket socket : all.subList(20, 25)) {
            socket.readToTheEnd();
        }

        all.forEach(RawSocket::close);
    }
}
