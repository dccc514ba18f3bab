package org.connectchat.participant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import tools.jackson.databind.JsonNode;

/** HTTP written by hand, for headers that ordinary clients insist on setting themselves. */
public final class RawHttp {

    private RawHttp() {}

    /** Posts JSON with these headers ({@code Name: value}), Host among them; returns the answer as it came. */
    public static String post(Emulator emulator, String path, String json, List<String> headers) {
        String request = "POST " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a 200 answer. */
    public static JsonNode json(String answer) {
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new AssertionError("Not answered with 200: " + answer);
        }
        return Chat.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
}
