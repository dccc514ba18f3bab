package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawSocket;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows that an emulator that goes down tells every socket so. */
class ShutdownTest {

    private static final String[] SETTINGS = {
        "emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=1000"
    };

    private static void assertGoingAway(Emulator emulator, List<ClientSocket> sockets) throws Exception {
        CompletableFuture<Void> shutdown = CompletableFuture.runAsync(emulator::close);
        // All of them have the same ten seconds, so none may wait for another.
        ExecutorService threads = Executors.newFixedThreadPool(sockets.size());
        List<CompletableFuture<Integer>> codes = sockets.stream()
                .map(socket -> CompletableFuture.supplyAsync(socket::closeCode, threads))
                .toList();
        assertThat(codes).allSatisfy(code -> assertThat(code.join()).isEqualTo(1001));
        threads.shutdown();
        shutdown.get(60, TimeUnit.SECONDS);
    }

    @Test
    @Rule("W14")
    void everySocketIsClosedWith1001WhetherItSubscribedOrNot() throws Exception {
        Emulator emulator = Emulator.own(SETTINGS);
        List<ClientSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Chat chat = Chat.start(emulator);
            sockets.add(chat.customer().dial());
            sockets.add(chat.customer().join());
        }

        assertGoingAway(emulator, sockets);
    }

    @Test
    @Rule({"W13", "W14"})
    void readersThatNeverReadDoNotKeepTheOthersFromHearingOfIt() throws Exception {
        Emulator emulator = Emulator.own(SETTINGS);
        List<RawSocket> deaf = new ArrayList<>();
        List<ClientSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Chat chat = Chat.ofAllTypes(emulator);
            deaf.add(SlowReaderTest.deaf(chat));
            SlowReaderTest.talk(chat, SlowReaderTest.TO_GET_STUCK);
        }
        for (int i = 0; i < 10; i++) {
            sockets.add(Chat.start(emulator).customer().join());
        }

        assertGoingAway(emulator, sockets);
        deaf.forEach(RawSocket::close);
    }
}
