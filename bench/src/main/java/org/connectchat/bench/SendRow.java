package org.connectchat.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The cost of SendMessage to one subscribed socket, in 200 chats, beside other jars of the emulator. */
final class SendRow implements Row {

    /** A client that is no longer referred to closes its sockets. */
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final int CHATS = 200;
    private static final int WARM_UP = 2;
    private static final int MOST_SECONDS = 30;

    @Override
    public String measure(Setup setup) throws Exception {
        AtomicLong frames = new AtomicLong();
        Turns turns = new Turns();
        Server bare = Server.bare(setup);
        List<Server> servers = new ArrayList<>(List.of(bare));
        try {
            servers.add(Server.emulator(setup));
            for (Path other : setup.otherJars()) {
                servers.add(Server.emulator(setup.with(other)));
            }
            for (int round = -WARM_UP; round < setup.rounds(); round++) {
                for (Server server : servers) {
                    List<Chat> chats = chats(server, server != bare, frames);
                    frames.set(0);
                    Load.Result result = Load.run(
                            server,
                            setup.requests(),
                            number -> chats.get(number % CHATS).message());
                    await(frames, result.latencies().sorted().length);
                    chats.forEach(chat -> chat.socket().abort());
                    server.reset();
                    if (round >= 0) {
                        turns.add(server, result);
                    }
                }
            }
        } finally {
            servers.forEach(Server::close);
        }
        return turns.table();
    }

    /** A chat whose customer has a subscribed socket. */
    record Chat(WebSocket socket, Counter counter, byte[] message) {}

    private static List<Chat> chats(Server server, boolean emulator, AtomicLong frames) throws Exception {
        List<Chat> chats = new ArrayList<>();
        try (Connection connection = new Connection(server.port())) {
            for (int i = 0; i < CHATS; i++) {
                chats.add(emulator ? chat(connection, frames) : bareChat(server, i, frames));
            }
        }
        return chats;
    }

    private static Chat bareChat(Server server, int number, AtomicLong frames) throws Exception {
        Counter counter = new Counter(frames);
        WebSocket socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + server.port() + "/socket?" + number), counter)
                .get(MOST_SECONDS, TimeUnit.SECONDS);
        return new Chat(socket, counter, message(Integer.toString(number)));
    }

    /** Starts a chat, connects its customer and subscribes. */
    static Chat chat(Connection connection, AtomicLong frames) throws Exception {
        connection.exchange(Samples.start());
        String token = Samples.member(connection.body(), "ParticipantToken");
        connection.exchange(Connection.request(
                "POST",
                "/participant/connection",
                // The URL of the socket is made from what the client says of the server.
                "X-Amz-Bearer: " + token + "\r\nX-Forwarded-Port: " + connection.port() + "\r\n",
                "{\"Type\":[\"WEBSOCKET\",\"CONNECTION_CREDENTIALS\"]}"));
        String url = Samples.member(connection.body(), "Url");
        Counter counter = new Counter(frames);
        WebSocket socket =
                HTTP.newWebSocketBuilder().buildAsync(URI.create(url), counter).get(MOST_SECONDS, TimeUnit.SECONDS);
        socket.sendText("{\"topic\":\"aws/subscribe\",\"content\":{\"topics\":[\"aws/chat\"]}}", true)
                .get(MOST_SECONDS, TimeUnit.SECONDS);
        counter.subscribed.await();
        return new Chat(socket, counter, message(Samples.member(connection.body(), "ConnectionToken")));
    }

    private static byte[] message(String bearer) {
        return Connection.request(
                "POST", "/participant/message", "X-Amz-Bearer: " + bearer + "\r\n", Samples.MESSAGE);
    }

    private static void await(AtomicLong frames, long expected) throws IOException, InterruptedException {
        for (int i = 0; frames.get() < expected; i++) {
            if (i == MOST_SECONDS * 100) {
                throw new IOException("Only " + frames.get() + " of " + expected + " frames arrived");
            }
            Thread.sleep(10);
        }
    }

    /** Counts whole frames; the first is the response to the subscription where there is one. */
    static final class Counter implements WebSocket.Listener {

        final CountDownLatch subscribed = new CountDownLatch(1);
        private final AtomicLong frames;
        private volatile long latest;

        Counter(AtomicLong frames) {
            this.frames = frames;
        }

        /** When the latest frame arrived. */
        long latest() {
            return latest;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            if (last) {
                latest = System.nanoTime();
                subscribed.countDown();
                frames.incrementAndGet();
            }
            socket.request(1);
            return null;
        }
    }
}
