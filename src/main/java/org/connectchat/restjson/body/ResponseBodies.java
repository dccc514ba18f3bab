package org.connectchat.restjson.body;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.connectchat.restjson.json.JsonBytes;

/**
 * Writes large bodies of responses as their clients read them, without a thread that waits (rule R3). A body is stored
 * while its request is handled, and sent when all other work for the request is done.
 */
public final class ResponseBodies implements AutoCloseable {

    /** Bodies up to this size are written at once. */
    public static final int AT_ONCE = 8_192;

    private static final String ATTRIBUTE = ResponseBodies.class.getName();

    private final Duration perMebibyte;
    private final Consumer<InetSocketAddress> breakOff;
    private final BytesInFlight inFlight;
    private final Patience patience = new Patience();

    /** A client that does not read in time loses its connection by {@code breakOff}. */
    public ResponseBodies(Duration perMebibyte, Consumer<InetSocketAddress> breakOff, BytesInFlight inFlight) {
        this.perMebibyte = perMebibyte;
        this.breakOff = breakOff;
        this.inFlight = inFlight;
    }

    private record Pending(HttpServletResponse response, InputStream body) {}

    /** Writes a small body, or stores a large one; status and headers are set already. */
    public void write(HttpServletRequest request, HttpServletResponse response, JsonBytes body) throws IOException {
        if (goesAtOnce(body.length())) {
            body.writeTo(response.getOutputStream());
        } else {
            write(request, response, new CountedBytes(body.copy(), inFlight));
        }
    }

    /** Like {@link #write(HttpServletRequest, HttpServletResponse, JsonBytes)}. */
    public void write(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        if (goesAtOnce(body.length)) {
            response.getOutputStream().write(body);
        } else {
            write(request, response, new CountedBytes(body, inFlight));
        }
    }

    /** Otherwise its bytes count as on their way until they are sent. */
    private boolean goesAtOnce(int length) {
        return length <= AT_ONCE || !inFlight.take(length);
    }

    /** Stores a body, which is closed when it is sent or its client is gone. */
    public static void write(HttpServletRequest request, HttpServletResponse response, InputStream body) {
        request.setAttribute(ATTRIBUTE, new Pending(response, body));
    }

    /** Sends the stored body; the request becomes asynchronous and is completed when the client has read all of it. */
    public void send(HttpServletRequest request) throws IOException {
        if (request.isAsyncStarted() || !(request.getAttribute(ATTRIBUTE) instanceof Pending pending)) {
            return;
        }
        request.removeAttribute(ATTRIBUTE);
        InetSocketAddress client = new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort());
        new BodySender(request.startAsync(request, pending.response()), pending.body())
                .start(patience, perMebibyte, () -> breakOff.accept(client));
    }

    @Override
    public void close() {
        patience.close();
    }

    private static final class CountedBytes extends ByteArrayInputStream {

        private final BytesInFlight inFlight;

        CountedBytes(byte[] bytes, BytesInFlight inFlight) {
            super(bytes);
            this.inFlight = inFlight;
        }

        @Override
        public void close() {
            inFlight.giveBack(buf.length);
            buf = new byte[0];
            count = 0;
            pos = 0;
        }
    }
}
