package org.connectchat.flow.lambda;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends requests to hosts that may do anything: every response is bounded in time and size, and none redirects. */
final class BoundedHttp {

    // HTTP/2 begins with an upgrade, which small servers do not know.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** The whole response. */
    HttpResponse<byte[]> send(HttpRequest request, TimeLimit limit) throws CallFailure {
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, BoundedBody::new);
        try {
            return response.get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw limit.exceeded();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw failure(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure("the call was interrupted", e);
        } finally {
            response.cancel(true); // closes the connection of a response that is not complete
        }
    }

    private static CallFailure failure(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailure failure) {
                return failure;
            }
        }
        if (problem instanceof ConnectException) {
            return new CallFailure("its address cannot be reached", problem);
        }
        if (problem instanceof SSLException) {
            return new CallFailure("no TLS connection: " + problem.getClass().getSimpleName(), problem);
        }
        // Not an IOException alone: a length that is no number is another exception.
        return new CallFailure("the response is not whole or not HTTP", problem);
    }
}
