package org.connectchat.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Dials a socket and sends frames: right ones, and such as no client would send. */
record FrameShots(Chance chance, RandomJson json) {

    private static final List<String> TEXTS = List.of(
            "{\"topic\": \"aws/subscribe\", \"content\": {\"topics\": [\"aws/chat\"]}}",
            "{\"topic\": \"aws/heartbeat\"}",
            "{\"topic\": \"aws/ping\"}",
            "{\"topic\": \"aws/unsubscribe\", \"content\": {\"topics\": [\"aws/chat\"]}}",
            "[]");

    static FrameShots of(long seed) {
        Chance chance = Chance.of(seed);
        return new FrameShots(chance, new RandomJson(chance.random()));
    }

    /** Returns the HTTP status of the dial. */
    int fire(URI url, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.setSoLinger(true, 0);
            String dial = "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
            socket.getOutputStream().write(dial.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String status = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            if (!status.startsWith("HTTP/1.1 ")) {
                throw new IOException("No HTTP: " + status);
            }
            send(socket);
            return Integer.parseInt(status.substring(9));
        }
    }

    /** The server may close whenever it has seen enough. */
    private void send(Socket socket) throws IOException {
        socket.setSoTimeout(5);
        try {
            for (int i = 1 + chance.below(8); i > 0; i--) {
                socket.getOutputStream().write(frame());
            }
            while (socket.getInputStream().read(new byte[4_096]) >= 0) {
                if (chance.oneIn(4)) {
                    return;
                }
            }
        } catch (IOException e) {
            if (socket.isClosed()) {
                throw e;
            }
        }
    }

    private byte[] frame() {
        byte[] payload = payload();
        boolean masked = !chance.oneIn(20);
        int first = chance.oneIn(8) ? chance.below(256) : 0x81;
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        if (masked) {
            frame.writeBytes(new byte[4]); // a mask of zeros changes nothing
        }
        frame.writeBytes(payload);
        byte[] whole = frame.toByteArray();
        return chance.oneIn(20) ? java.util.Arrays.copyOf(whole, chance.below(whole.length + 1)) : whole;
    }

    private byte[] payload() {
        return switch (chance.below(8)) {
            case 0 -> chance.bytes(chance.below(126));
            case 1 -> "x".repeat(chance.below(10_000)).getBytes(StandardCharsets.US_ASCII);
            case 2, 3, 4 -> limited(json.damaged(chance.oneOf(TEXTS)).getBytes(StandardCharsets.UTF_8));
            default -> chance.oneOf(TEXTS).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] limited(byte[] payload) {
        return payload.length > 60_000 ? java.util.Arrays.copyOf(payload, 60_000) : payload;
    }
}
