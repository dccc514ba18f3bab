package org.connectchat.outbound;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sends requests to hosts that may do anything: every response is bounded in time and size, none redirects, and no proxy is
 * asked. It blocks, so it is used without a lock. The client is made by the first request.
 */
public final class BoundedHttp {

    // HTTP/2 begins with an upgrade, which small servers do not know.
    private final SingletonSupplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build());

    private final int maximum;

    /** With the maximum size of the body of a response, in bytes. */
    public BoundedHttp(int maximum) {
        this.maximum = maximum;
    }

    /**
     * The whole response, whatever its status. The body of an error may be cut off at the maximum.
     *
     * @throws CallFailure if there is none within the limit
     */
    public HttpResponse<byte[]> send(HttpRequest request, TimeLimit limit) throws CallFailure {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.obtain().sendAsync(request, head -> new BoundedBody(maximum, head));
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
        CallFailure failure = CallFailure.in(problem);
        if (failure != null) {
            return failure;
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
