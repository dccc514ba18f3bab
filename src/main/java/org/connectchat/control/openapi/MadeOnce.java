package org.connectchat.control.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A document that the first caller makes on its own thread. If that fails, the next caller tries again. */
final class MadeOnce {

    /** Makes the document. */
    interface Maker {

        byte[] make() throws JsonProcessingException;
    }

    private final AtomicReference<@Nullable CompletableFuture<byte[]>> document = new AtomicReference<>();

    /** The document. The future is not complete while another caller makes the document. */
    CompletableFuture<byte[]> get(Maker maker) throws JsonProcessingException {
        CompletableFuture<byte[]> own = new CompletableFuture<>();
        CompletableFuture<byte[]> others = document.compareAndExchange(null, own);
        if (others != null) {
            return others;
        }
        try {
            own.complete(maker.make());
        } finally {
            if (!own.isDone()) {
                document.set(null);
                own.completeExceptionally(new IllegalStateException("The document could not be made"));
            }
        }
        return own;
    }
}
