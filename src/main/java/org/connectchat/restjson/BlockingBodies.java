package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads a body on the request's own thread, at most so many bytes of it (rule T5). */
final class BlockingBodies implements Bodies {

    private final int maximumBytes;

    BlockingBodies(int maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    @Override
    public CompletionStage<byte[]> collect(HttpServletRequest request, Dialect dialect) {
        try {
            return CompletableFuture.completedFuture(bytes(request, dialect));
        } catch (AwsException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private byte[] bytes(HttpServletRequest request, Dialect dialect) {
        long announced = request.getContentLengthLong();
        if (announced > maximumBytes) {
            throw tooLarge();
        }
        try {
            return announced < 0 ? unannounced(request) : announced(request, dialect, (int) announced);
        } catch (IOException e) {
            throw brokenOff(dialect);
        }
    }

    private static byte[] announced(HttpServletRequest request, Dialect dialect, int length) throws IOException {
        byte[] bytes = new byte[length];
        if (request.getInputStream().readNBytes(bytes, 0, length) < length) {
            throw brokenOff(dialect);
        }
        return bytes;
    }

    private byte[] unannounced(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(maximumBytes + 1);
        if (bytes.length > maximumBytes) {
            throw tooLarge();
        }
        return bytes;
    }

    /** The caller went away or was too slow; the response is for the log more than for them. */
    private static AwsException brokenOff(Dialect dialect) {
        return new AwsException(dialect.malformed(), "The request body ended before it was complete");
    }

    private AwsException tooLarge() {
        return new AwsException(
                TransportError.REQUEST_TOO_LARGE,
                "The request body is larger than the " + maximumBytes + " bytes that are allowed");
    }
}
