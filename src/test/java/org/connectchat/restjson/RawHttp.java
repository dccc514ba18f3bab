package org.connectchat.restjson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.connectchat.Emulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client without manners: it sends what it is told, byte for byte, and reads what comes. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawHttp(Emulator emulator) {
        try {
            socket = new Socket("localhost", emulator.port());
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request, sent as it is, and its answer. */
    static Answer exchange(Emulator emulator, String request) {
        try (RawHttp client = new RawHttp(emulator)) {
            return client.send(request).answer();
        }
    }

    RawHttp send(String latin1) {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawHttp send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of the answer, and as much body as it announces. */
    Answer answer() {
        try {
            InputStream in = socket.getInputStream();
            String[] head = head(in).split("\r\n");
            Map<String, String> headers = Arrays.stream(head)
                    .skip(1)
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(
                            line -> line[0],
                            line -> line[1].strip(),
                            (first, second) -> first + ", " + second,
                            () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            return new Answer(
                    Integer.parseInt(head[0].split(" ", -1)[1]), headers, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The answer ended after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String outcome() {
            return (status + " " + header("x-amzn-ErrorType")).strip();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}
