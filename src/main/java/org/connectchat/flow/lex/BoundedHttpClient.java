package org.connectchat.flow.lex;

import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Bounds the bytes of each response, and the time in which they arrive, while they are read. */
final class BoundedHttpClient implements SdkHttpClient {

    private final SdkHttpClient client;
    private final Duration timeout;

    BoundedHttpClient(SdkHttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest call = client.prepareRequest(request);
        long end = System.nanoTime() + timeout.toNanos();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return bounded(call.call(), end);
            }

            @Override
            public void abort() {
                call.abort();
            }
        };
    }

    private static HttpExecuteResponse bounded(HttpExecuteResponse response, long end) {
        HttpExecuteResponse.Builder bounded = HttpExecuteResponse.builder().response(response.httpResponse());
        response.responseBody()
                .ifPresent(
                        body -> bounded.responseBody(AbortableInputStream.create(new BoundedStream(body, end), body)));
        return bounded.build();
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
