package org.connectchat.control.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Shows that a document is made once, and that callers that come meanwhile do not block. */
class MadeOnceTest {

    private static final byte[] DOCUMENT = {1};

    private final MadeOnce once = new MadeOnce();

    @Test
    void whileOneCallerMakesItTheOthersGetItLater() throws Exception {
        AtomicReference<CompletableFuture<byte[]>> other = new AtomicReference<>();

        CompletableFuture<byte[]> first = once.get(() -> {
            other.set(once.get(() -> {
                throw new AssertionError("It is being made");
            }));
            assertThat(other.get()).isNotDone();
            return DOCUMENT;
        });

        assertThat(first.join()).isSameAs(DOCUMENT);
        assertThat(other.get().join()).isSameAs(DOCUMENT);
        assertThat(once.get(() -> new byte[0]).join()).isSameAs(DOCUMENT);
    }

    @Test
    void afterAFailureTheNextCallerMakesIt() throws Exception {
        AtomicReference<CompletableFuture<byte[]>> waiting = new AtomicReference<>();
        assertThatThrownBy(() -> once.get(() -> {
                    waiting.set(once.get(() -> DOCUMENT));
                    throw new IllegalArgumentException("not yet");
                }))
                .hasMessage("not yet");
        assertThat(waiting.get()).as("the caller who waits").isCompletedExceptionally();

        assertThat(once.get(() -> DOCUMENT).join()).isSameAs(DOCUMENT);
    }
}
