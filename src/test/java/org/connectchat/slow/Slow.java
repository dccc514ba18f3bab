package org.connectchat.slow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connections of slow clients to one emulator, and what they need of it. */
final class Slow implements AutoCloseable {

    private static final int TINY = 2_048;

    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();
    private int failed;

    Slow(int port) {
        this.port = port;
    }

    /** Connects, sends this and reads nothing. */
    SocketChannel send(String request) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, TINY);
        channels.add(channel);
        channel.socket().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20_000);
        channel.configureBlocking(false);
        write(channel, request.getBytes(StandardCharsets.ISO_8859_1));
        return channel;
    }

    /** Sends as much as the other side's buffers take. */
    static void write(SocketChannel channel, byte[] bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes));
    }

    List<SocketChannel> channels() {
        return channels;
    }

    void failed(IOException problem) {
        if (failed++ == 0) {
            System.out.println("    first failure of a slow client: " + problem);
        }
    }

    /** How many of the connections the emulator has not closed yet. */
    long open() {
        return channels.stream().filter(Slow::isOpen).count();
    }

    private static boolean isOpen(SocketChannel channel) {
        try {
            return channel.isConnected() && channel.write(ByteBuffer.wrap(new byte[] {' '})) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    void note(String name, String value) {
        notes.put(name, value);
    }

    String noted(String name) {
        return notes.get(name);
    }

    /** A call that is well behaved. */
    JsonNode call(String method, String path, String json, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        path.startsWith("http") ? URI.create(path) : URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(json))
                .timeout(Duration.ofSeconds(60));
        if (!path.startsWith("http")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        String body;
        try {
            body = client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
    }

    /** A new chat whose customer has a connection token and a URL for its socket. */
    JsonNode chat() throws IOException {
        JsonNode started = call(
                "PUT",
                "/contact/chat",
                "{\"InstanceId\":\"i\",\"ContactFlowId\":\"f\",\"ParticipantDetails\":{\"DisplayName\":\"A\"}}");
        note("contact", started.path("ContactId").asString());
        JsonNode connection = call(
                "POST",
                "/participant/connection",
                "{\"Type\":[\"WEBSOCKET\",\"CONNECTION_CREDENTIALS\"],\"ConnectParticipant\":true}",
                "X-Amz-Bearer",
                started.path("ParticipantToken").asString());
        note("token", connection.at("/ConnectionCredentials/ConnectionToken").asString());
        return connection;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
