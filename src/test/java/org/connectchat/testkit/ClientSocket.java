package org.connectchat.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A client's end of a socket, on the JDK's own client. It waits 10 seconds for whatever should come. */
public final class ClientSocket implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;
    private static final int REMEMBERED = 10;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BlockingDeque<JsonNode> frames = new LinkedBlockingDeque<>();
    private final Deque<String> latest = new ConcurrentLinkedDeque<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<String> pong = new CompletableFuture<>();
    private WebSocket socket;

    private ClientSocket() {}

    /** Dials, which has to work. */
    public static ClientSocket dial(URI url, String... headers) {
        ClientSocket client = new ClientSocket();
        try {
            client.socket = open(url, client.new Ear(), headers);
            return client;
        } catch (CompletionException e) {
            throw new AssertionError("The dial of " + url.getPath() + " failed", e.getCause());
        }
    }

    /** Dials, which must not work; returns the HTTP status that was answered instead. */
    public static int refusal(URI url) {
        try {
            open(url, new WebSocket.Listener() {}).abort();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
        throw new AssertionError("The dial was not refused");
    }

    private static WebSocket open(URI url, WebSocket.Listener listener, String... headers) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(url, listener).join();
    }

    /** Sends a text frame. */
    public void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Sends one text in several frames. */
    public void sendInParts(String first, String rest) {
        socket.sendText(first, false).join();
        socket.sendText(rest, true).join();
    }

    public void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Sends a PING and returns what the PONG carried. */
    public String ping(String payload) {
        socket.sendPing(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
                .join();
        return await(pong, "a PONG");
    }

    /** Subscribes to the chat; returns when that is done, and what it brought is still to be read. */
    public ClientSocket subscribed() {
        send("""
                {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""");
        await(frame -> isOf(frame, "aws/subscribe"), "the answer to the subscription");
        List<JsonNode> brought = framesUpToNow();
        for (int i = brought.size() - 1; i >= 0; i--) {
            frames.addFirst(brought.get(i));
        }
        return this;
    }

    /** The next frame, whatever it is. */
    public JsonNode nextFrame() {
        return await(frame -> true, "a frame");
    }

    /** The next item of the chat; frames of other topics that stand before it are passed over. */
    public JsonNode nextItem() {
        return item(await(frame -> isOf(frame, "aws/chat"), "an item of the chat"));
    }

    /** The next item of that content type; others that stand before it are passed over. */
    public JsonNode nextItem(String contentType) {
        JsonNode item = nextItem();
        while (!item.path("ContentType").asString().equals(contentType)) {
            item = nextItem();
        }
        return item;
    }

    /** The next event of the chat, by the last part of its content type. */
    public JsonNode nextEvent(String suffix) {
        return nextItem(Party.EVENT + suffix);
    }

    public List<JsonNode> nextItems(int count) {
        List<JsonNode> items = new ArrayList<>();
        while (items.size() < count) {
            items.add(nextItem());
        }
        return items;
    }

    /**
     * All items that the emulator has sent up to now, as a heartbeat is answered after them; or up to the close of the
     * socket.
     */
    public List<JsonNode> itemsUpToNow() {
        return framesUpToNow().stream()
                .filter(frame -> isOf(frame, "aws/chat"))
                .map(ClientSocket::item)
                .toList();
    }

    private List<JsonNode> framesUpToNow() {
        try {
            send("""
                    {"topic":"aws/heartbeat"}""");
        } catch (CompletionException e) {
            // The server has closed; what it sent before is still to be read.
        }
        List<JsonNode> all = new ArrayList<>();
        JsonNode frame = next(other -> true, "the answer to a heartbeat", true);
        while (frame != null && !isOf(frame, "aws/heartbeat")) {
            all.add(frame);
            frame = next(other -> true, "the answer to a heartbeat", true);
        }
        return all;
    }

    private static boolean isOf(JsonNode frame, String topic) {
        return frame.path("topic").asString().equals(topic);
    }

    private static JsonNode item(JsonNode frame) {
        return Chat.JSON.readTree(frame.path("content").asString());
    }

    /** Waits for the server to close the socket; returns the code, or -1 if the connection just broke. */
    public int closeCode() {
        return await(closed, "the close of the socket");
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    private JsonNode await(Predicate<JsonNode> wanted, String what) {
        return next(wanted, what, false);
    }

    /** The next such frame, or null if the socket is closed and may be. */
    private JsonNode next(Predicate<JsonNode> wanted, String what, boolean mayBeClosed) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            boolean over = closed.isDone();
            JsonNode frame = poll(over ? 0 : 50);
            if (frame != null && wanted.test(frame)) {
                return frame;
            }
            if (frame == null && over) {
                if (mayBeClosed) {
                    return null;
                }
                break;
            }
        }
        throw new AssertionError("Waited in vain for " + what + "; " + history());
    }

    private JsonNode poll(long milliseconds) {
        try {
            return frames.poll(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T> T await(CompletableFuture<T> event, String what) {
        try {
            return event.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Waited in vain for " + what + "; " + history(), e);
        }
    }

    private String history() {
        return (closed.isDone() ? "the socket is closed (" + closed.join() + ")" : "the socket is open")
                + "; the latest frames were " + latest;
    }

    /** Closes the connection as a client does that is done. */
    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                latest.addLast(text.toString());
                if (latest.size() > REMEMBERED) {
                    latest.removeFirst();
                }
                frames.add(Chat.JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            pong.complete(StandardCharsets.UTF_8.decode(message).toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(-1);
        }
    }
}
