package org.connectchat.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client without manners: it sends what it is told, byte for byte, and reads what comes. */
public final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public RawHttp(Emulator emulator) {
        this(emulator.port());
    }

    public RawHttp(int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request, sent as it is, and its answer. */
    public static Answer exchange(Emulator emulator, String request) {
        try (RawHttp client = new RawHttp(emulator)) {
            return client.send(request).answer();
        }
    }

    /** Posts JSON with these headers ({@code Name: value}), Host among them, which ordinary clients set themselves. */
    public static Answer post(Emulator emulator, String path, String json, List<String> headers) {
        return exchange(
                emulator,
                "POST " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + json.length()
                        + "\r\n\r\n" + json);
    }

    public RawHttp send(String latin1) {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawHttp send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of the answer, and as much body as it announces. */
    public Answer answer() {
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
            byte[] body = headers.containsKey("Transfer-Encoding")
                    ? chunks(in)
                    : in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            return new Answer(
                    Integer.parseInt(head[0].split(" ", -1)[1]), headers, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more comes, and still listens. */
    public RawHttp end() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length = Integer.parseInt(line(in), 16);
        while (length > 0) {
            body.writeBytes(in.readNBytes(length));
            line(in);
            length = Integer.parseInt(line(in), 16);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
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
    public record Answer(int status, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String outcome() {
            return (status + " " + header("x-amzn-ErrorType")).strip();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}
