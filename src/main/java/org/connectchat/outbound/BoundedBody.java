package org.connectchat.outbound;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body up to its maximum size; what follows is not read. The body of a success fails then. The body of an error,
 * of which the code matters, ends there.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final int maximum;
    private final boolean isError;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private volatile @Nullable Subscription subscription;

    BoundedBody(int maximum, ResponseInfo response) {
        this.maximum = maximum;
        this.isError = response.statusCode() >= 300;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), maximum + 1 - collected.size())];
            buffer.get(bytes);
            collected.write(bytes, 0, bytes.length);
        }
        if (collected.size() > maximum) {
            stop();
        }
    }

    private void stop() {
        Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
        if (isError) {
            onComplete();
        } else {
            onError(new CallFailure("the response is larger than " + maximum + " bytes"));
        }
    }

    @Override
    public void onError(Throwable problem) {
        body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        body.complete(collected.toByteArray());
    }
}
