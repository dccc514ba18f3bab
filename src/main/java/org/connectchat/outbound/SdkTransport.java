package org.connectchat.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends the requests of the SDK by {@link BoundedHttp}: the SDK's own clients read a response of any size into memory. The
 * SDK hands its transport no limit of a single call, so the limit belongs to the calling thread, which is the one that
 * sends.
 */
final class SdkTransport implements SdkHttpClient {

    /** The headers that the JDK's client sets itself, to the values that the SDK signs. */
    private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length", "expect", "connection");

    private final BoundedHttp http;

    @SuppressWarnings("ThreadLocalUsage") // within() removes the limit
    private final ThreadLocal<TimeLimit> limits = new ThreadLocal<>();

    SdkTransport(BoundedHttp http) {
        this.http = http;
    }

    /** Makes a call of the SDK, all requests of which share a limit. */
    <T> T within(TimeLimit limit, Supplier<T> call) {
        limits.set(limit);
        try {
            return call.get();
        } finally {
            limits.remove();
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        TimeLimit limit = Objects.requireNonNull(limits.get(), "a call outside of within()");
        return new ExecutableHttpRequest() {

            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(http.send(translated(request), limit));
            }

            // The SDK aborts by timers of its own, of which none is set.
            @Override
            public void abort() {}
        };
    }

    private static HttpRequest translated(HttpExecuteRequest request) throws IOException {
        HttpRequest.Builder translated = HttpRequest.newBuilder(
                        request.httpRequest().getUri())
                .method(request.httpRequest().method().name(), body(request));
        request.httpRequest().forEachHeader((name, values) -> {
            if (!OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> translated.header(name, value));
            }
        });
        return translated.build();
    }

    private static BodyPublisher body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return BodyPublishers.ofByteArray(new byte[0]);
        }
        try (InputStream body = request.contentStreamProvider().get().newStream()) {
            return BodyPublishers.ofByteArray(body.readAllBytes());
        }
    }

    private static HttpExecuteResponse response(HttpResponse<byte[]> response) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                .build();
    }

    @Override
    public String clientName() {
        return "JavaNetHttp";
    }

    /** Nothing is to be closed. */
    @Override
    public void close() {}
}
