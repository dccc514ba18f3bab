package org.connectchat.control.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A document that the first caller makes on its own thread. Making that fails is tried again by the next caller. */
final class MadeOnce {

    /** Makes the document. */
    interface Maker {

        byte[] make() throws JsonProcessingException;
    }

    private final AtomicReference<@Nullable CompletableFuture<byte[]>> document = new AtomicReference<>();

    /** The document, which may not be there yet if another caller makes it now. */
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
