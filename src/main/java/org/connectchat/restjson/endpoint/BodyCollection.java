package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.connectchat.restjson.body.BodyProblem;
import org.connectchat.restjson.body.BodyRefused;
import org.connectchat.restjson.body.MemoryBody;
import org.connectchat.restjson.body.RequestBodies;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.response.BrokenRequest;
import org.jspecify.annotations.Nullable;

/** Collects the bodies of calls, bounded in size (rule T5) and in time (rule R1), without a thread that waits. */
public final class BodyCollection {

    private final RequestBodies requests;
    private final int maximumBytes;

    public BodyCollection(RequestBodies requests, int maximumBytes) {
        this.requests = requests;
        this.maximumBytes = maximumBytes;
    }

    /**
     * Begins to collect the body. The request becomes asynchronous unless the whole body is there already.
     *
     * @param leastMaximum how many bytes the operation accepts whatever the setting is
     * @return all bytes, or the {@link AwsException} of a body that is too large, too slow, or breaks off
     */
    CompletableFuture<byte[]> collect(HttpServletRequest request, Dialect dialect, int leastMaximum) {
        int most = Math.max(maximumBytes, leastMaximum);
        if (request.getContentLengthLong() > most) {
            return CompletableFuture.failedFuture(error(BodyProblem.TOO_LARGE, dialect, most));
        }
        MemoryBody body = requests.inMemory(most);
        CompletableFuture<Void> collected = requests.collect(request, body);
        return collected.handle((nothing, failure) -> {
            if (failure == null) {
                return body.complete();
            }
            @Nullable Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            throw error(
                    cause instanceof BodyRefused refused ? refused.problem() : BodyProblem.BROKEN_OFF, dialect, most);
        });
    }

    private static AwsException error(BodyProblem problem, Dialect dialect, int most) {
        return switch (problem) {
            case TOO_LARGE ->
                new AwsException(
                        TransportError.REQUEST_TOO_LARGE,
                        "The request body is larger than the " + most + " bytes that are allowed");
            case TOO_SLOW ->
                new AwsException(
                        TransportError.REQUEST_TIMEOUT,
                        "The request body did not come in time (emulator.body-timeout)");
            case BROKEN_OFF -> new AwsException(dialect.malformed(), BrokenRequest.BODY);
            case NO_ROOM ->
                new AwsException(
                        TransportError.UNAVAILABLE, "Too many request bodies are on their way; try again later");
        };
    }
}
