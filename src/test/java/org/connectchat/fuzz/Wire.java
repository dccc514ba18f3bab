package org.connectchat.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A connection that sends any bytes and reads responses; it is kept as long as the server keeps it. */
final class Wire implements AutoCloseable {

    /** What came back. */
    record Response(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        @Override
        public String toString() {
            return status + " " + headers + "\n" + (body.length() > 2_000 ? body.substring(0, 2_000) + "…" : body);
        }
    }

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /**
     * Sends and reads.
     *
     * @throws IOException if the connection ends before a response, or none comes in time
     */
    Response exchange(Shot shot, int patienceMillis) throws IOException {
        if (shot.alone()) {
            close();
        }
        boolean fresh = socket == null;
        try {
            return once(shot, patienceMillis);
        } catch (SocketTimeoutException | ProtocolException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            return once(shot, patienceMillis); // the server has closed a connection that was kept
        } finally {
            if (shot.alone()) {
                close();
            }
        }
    }

    private Response once(Shot shot, int patienceMillis) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.setSoTimeout(patienceMillis);
        IOException unsent = null;
        try {
            socket.getOutputStream().write(shot.bytes());
            if (shot.closes()) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            unsent = e; // refused early; the response may be there all the same
        }
        try {
            Response response = read("HEAD".equals(shot.method()));
            if (unsent != null || "close".equals(response.header("Connection"))) {
                close();
            }
            return response;
        } catch (IOException e) {
            if (unsent != null) {
                e.addSuppressed(unsent);
            }
            throw e;
        }
    }

    private Response read(boolean head) throws IOException {
        String statusLine = line();
        if (!statusLine.matches("HTTP/1\\.1 [1-5]\\d\\d.*")) {
            throw new ProtocolException("No status line but: " + statusLine);
        }
        int status = Integer.parseInt(statusLine.split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            headers.merge(header[0], header[1].strip(), (first, second) -> first + ", " + second);
        }
        if (status == 100) {
            return read(head);
        }
        boolean none = head || status == 101 || status == 204 || status == 304;
        return new Response(status, headers, none ? "" : new String(body(headers), StandardCharsets.UTF_8));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("Content-Length")) {
            return in.readNBytes(Integer.parseInt(headers.get("Content-Length")));
        }
        if (!headers.containsKey("Transfer-Encoding")) {
            byte[] all = in.readAllBytes();
            close();
            return all;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Without a port left in TIME_WAIT, of which there are not enough for so many requests. */
    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.setSoLinger(true, 0);
            socket.close();
            socket = null;
        }
    }
}
