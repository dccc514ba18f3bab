package org.connectchat.restjson.tomcat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.connectchat.restjson.header.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Stops Tomcat from waiting for the rest of a body when the response is written, and adds calls that the servlet API
 * lacks for code that reads a body without waiting. It keeps Tomcat's own request for {@link ContainerRequest}, which the first
 * filter needs for each request.
 */
public final class UnreadBody extends ValveBase {

    public UnreadBody() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        ContainerRequest.keep(request, coyote);
        if (isFullyRead(coyote)) {
            getNext().invoke(request, response); // there is no body
            return;
        }
        getNext().invoke(request, response);
        if (!request.isAsync() && !dropBuffered(coyote)) {
            if (!response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
            // Tomcat turns a response that is not committed into an error when its request is cut off.
            response.finishResponse();
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /**
     * Drops the bytes of a body that have arrived. This works even after the response, and with it the stream of the
     * servlet API, is closed.
     *
     * @return whether that was all of the body
     */
    public static boolean dropBuffered(HttpServletRequest request) throws IOException {
        org.apache.coyote.Request coyote = ContainerRequest.of(request);
        return coyote == null || dropBuffered(coyote);
    }

    private static boolean dropBuffered(org.apache.coyote.Request coyote) throws IOException {
        if (isFullyRead(coyote)) {
            return true; // most requests: they need no chunk
        }
        Chunk chunk = new Chunk();
        do {
            coyote.action(ActionCode.AVAILABLE, false);
            if (coyote.getAvailable() <= 0) {
                return false;
            }
            if (coyote.doRead(chunk) < 0) {
                return true;
            }
        } while (!isFullyRead(coyote));
        return true;
    }

    private static boolean isFullyRead(org.apache.coyote.Request coyote) {
        AtomicBoolean fullyRead = new AtomicBoolean();
        coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, fullyRead);
        return fullyRead.get();
    }

    /** Closes the connection once the response is written, without reading the rest of the body. */
    public static void abandon(HttpServletRequest request) {
        org.apache.coyote.Request coyote = ContainerRequest.of(request);
        if (coyote != null) {
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /**
     * Reads the bytes that have arrived. With the servlet API, Tomcat would close the connection without a response if the
     * framing of a body is broken.
     *
     * @return the bytes, which may be none; null at the end of the body
     */
    public static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        org.apache.coyote.Request coyote = ContainerRequest.of(request);
        if (coyote == null) {
            return null; // not a request of Tomcat, so there is no body of it
        }
        Chunk chunk = new Chunk();
        int length = coyote.doRead(chunk);
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        chunk.getByteBuffer().get(bytes);
        return bytes;
    }

    /** Tells a client that asked first ({@code Expect: 100-continue}) to send its body. */
    public static void acknowledge(HttpServletRequest request) {
        org.apache.coyote.Request coyote = ContainerRequest.of(request);
        if (coyote != null) {
            coyote.action(ActionCode.ACK, ContinueResponseTiming.ON_REQUEST_BODY_READ);
        }
    }
}
