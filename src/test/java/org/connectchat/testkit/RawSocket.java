package org.connectchat.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket whose frames are written by hand, so that they may be wrong, and which is read only when the test says so. */
public final class RawSocket implements AutoCloseable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;

    private RawSocket(Socket socket) {
        this.socket = socket;
    }

    /** Dials as {@link #dial(URI)} does, offers an extension as browsers do, and returns the head of the response. */
    public static String headFor(URI url, String extension) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request(url, "Sec-WebSocket-Extensions: " + extension + "\r\n"));
            return head(socket.getInputStream());
        }
    }

    private static byte[] request(URI url, String moreHeaders) {
        return ("GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" + moreHeaders
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Dials, which has to work. Its receive buffer is small, so a client that does not read is noticed soon. */
    public static RawSocket dial(URI url) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            socket.getOutputStream().write(request(url, ""));
            String answer = head(socket.getInputStream());
            if (!answer.startsWith("HTTP/1.1 101")) {
                throw new AssertionError("The dial was refused: " + answer);
            }
            return new RawSocket(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Sends a proper text frame of less than 126 bytes. */
    public RawSocket sendText(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | TEXT);
        frame.write(0x80 | payload.length);
        frame.writeBytes(new byte[4]); // a mask of zeros changes nothing
        frame.writeBytes(payload);
        return send(frame.toByteArray());
    }

    /** Sends a ping as many times as asked, in one go. */
    public RawSocket sendPings(int count, byte[] payload) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            frames.write(0x80 | PING);
            frames.write(0x80 | payload.length);
            frames.writeBytes(new byte[4]);
            frames.writeBytes(payload);
        }
        return send(frames.toByteArray());
    }

    /** Sends a close frame with 1000. */
    public RawSocket sendClose() {
        return send(new byte[] {(byte) (0x80 | CLOSE), (byte) (0x80 | 2), 0, 0, 0, 0, 0x03, (byte) 0xe8});
    }

    /** Reads one frame, which has to be a pong; returns its payload. */
    public byte[] readPong() throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        int length = in.read();
        if (first != (0x80 | PONG) || length < 0 || length > 125) {
            throw new AssertionError("Not a pong: " + first + " " + length);
        }
        return in.readNBytes(length);
    }

    /** Sends whatever these bytes are. */
    public RawSocket send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one frame, which has to be a short text. */
    public String readText() throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        int length = in.read();
        if (first != (0x80 | TEXT) || length < 0 || length > 125) {
            throw new AssertionError("Not a short text frame: " + first + " " + length);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Reads one frame, which has to be a whole text of any length. */
    public String readWholeText() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        long payload = length == 127 ? in.readLong() : length == 126 ? in.readUnsignedShort() : length;
        if (first != (0x80 | TEXT)) {
            throw new AssertionError("Not a whole text in one frame: " + first + " " + payload);
        }
        return new String(in.readNBytes((int) payload), StandardCharsets.UTF_8);
    }

    /** Reads until the connection ends, of which the server's close frame is a part; returns how many bytes came. */
    public long readToTheEnd() throws IOException {
        long total = 0;
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                boolean close = (in.readUnsignedByte() & 0x0f) == CLOSE;
                int length = in.readUnsignedByte();
                long payload = length == 127 ? in.readLong() : length == 126 ? in.readUnsignedShort() : length;
                in.skipNBytes(payload);
                total += payload;
                if (close) {
                    return total;
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The connection is still open after " + total + " bytes", e);
        } catch (IOException e) {
            // its end or a reset
            return total;
        }
    }

    /** Drops the connection without a word. */
    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
