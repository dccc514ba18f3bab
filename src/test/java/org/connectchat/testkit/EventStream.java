package org.connectchat.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A reader of server-sent events that reads only when the test says so. */
public final class EventStream implements AutoCloseable {

    /** One event. */
    public record Event(long id, String type, JsonNode data) {}

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader reader;
    private final int status;
    private final List<String> head = new ArrayList<>();

    private EventStream(Socket socket, BufferedReader reader) throws IOException {
        this.socket = socket;
        this.reader = reader;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.add(line);
        }
        status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
    }

    /** Opens a stream; headers are whole lines. Its receive buffer is small. */
    public static EventStream open(Emulator emulator, String query, String... headers) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("localhost", emulator.port()));
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            // HTTP/1.0, so that the body comes without the lengths of chunks
            String request = "GET /_emulator/events" + query + " HTTP/1.0\r\nHost: localhost:" + emulator.port()
                    + "\r\n" + more + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new EventStream(
                    socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int status() {
        return status;
    }

    public List<String> head() {
        return head;
    }

    /** The next event, or null at the end of the stream. */
    public Event next() {
        try {
            long id = 0;
            String type = null;
            JsonNode data = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty() && type != null) {
                    return new Event(id, type, data);
                } else if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring("id: ".length()));
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = JsonText.of(line.substring("data: ".length()));
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The events up to the first of a type, which is the last of them. */
    public List<Event> until(String type) {
        List<Event> events = new ArrayList<>();
        do {
            Event event = next();
            if (event == null) {
                throw new AssertionError("The stream ended after " + events);
            }
            events.add(event);
        } while (!events.get(events.size() - 1).type().equals(type));
        return events;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
