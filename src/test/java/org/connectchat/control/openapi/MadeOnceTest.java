package org.connectchat.control.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> once.get(() -> {
                    once.get(() -> DOCUMENT).whenComplete((made, problem) -> {
                        assertThat(problem).isNotNull();
                        failed.countDown();
                    });
                    throw new IllegalArgumentException("not yet");
                }))
                .hasMessage("not yet");
        assertThat(failed.getCount()).as("who waited is told").isZero();

        assertThat(once.get(() -> DOCUMENT).join()).isSameAs(DOCUMENT);
    }
}
