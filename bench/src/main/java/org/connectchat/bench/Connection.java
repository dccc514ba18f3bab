package org.connectchat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that stays open. It costs little, so that the server has the machine. */
final class Connection implements AutoCloseable {

    private static final int MAX_HEAD = 8_192;

    private final int port;
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private byte[] buffer = new byte[MAX_HEAD];
    private int filled;

    Connection(int port) throws IOException {
        this.port = port;
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    int port() {
        return port;
    }

    /** The bytes of a request. */
    static byte[] request(String method, String path, String headers, String body) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a request and reads its response, which has a Content-Length and a status below 300. */
    void exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int end = Integer.MAX_VALUE;
        while (filled < end) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new IOException("The server closed the connection");
            }
            filled += read;
            if (end == Integer.MAX_VALUE) {
                end = endIfKnown();
            }
        }
    }

    private int endIfKnown() throws IOException {
        String head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
        int body = head.indexOf("\r\n\r\n");
        if (body < 0) {
            return Integer.MAX_VALUE;
        }
        if (head.charAt(9) != '2') {
            throw new IOException("Not a response to count: " + head);
        }
        String lower = head.substring(0, body + 2).toLowerCase(Locale.ROOT);
        int length = lower.indexOf("content-length: ");
        int end = length < 0
                ? body + 4
                : body + 4 + Integer.parseInt(lower.substring(length + 16, lower.indexOf('\r', length)).trim());
        if (end > buffer.length) {
            byte[] larger = new byte[end];
            System.arraycopy(buffer, 0, larger, 0, filled);
            buffer = larger;
        }
        return end;
    }

    /** The body of the latest response. */
    String body() {
        String all = new String(buffer, 0, filled, StandardCharsets.UTF_8);
        return all.substring(all.indexOf("\r\n\r\n") + 4);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
