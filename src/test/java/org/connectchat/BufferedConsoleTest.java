package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that lines reach the console soon, in few writes, and that none is lost. */
class BufferedConsoleTest {

    private static final Duration SOON = Duration.ofSeconds(2); // far more than the moment that lines wait

    private final Console console = new Console();
    private final BufferedConsole buffered = new BufferedConsole(console);

    @TempDir
    private Path directory;

    /** Counts how often it is written to. */
    private static final class Console extends OutputStream {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public void write(int b) {
            written.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.write(bytes, offset, length);
            writes.incrementAndGet();
        }

        String text() {
            return written.toString(StandardCharsets.UTF_8);
        }
    }

    private void log(String line) {
        try {
            buffered.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            buffered.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSingleLineAppearsSoon() {
        buffered.start();

        log("one");

        await().atMost(SOON).until(() -> console.text().equals("one\n"));
        log("two");
        await().atMost(SOON).until(() -> console.text().equals("one\ntwo\n"));
    }

    @Test
    void manyLinesAreWrittenInOrderAndInFewWrites() {
        buffered.start();
        String expected =
                IntStream.range(0, 20_000).mapToObj(i -> "line " + i + "\n").reduce("", String::concat);

        expected.lines().forEach(this::log);

        await().atMost(SOON).until(() -> console.text().equals(expected));
        assertThat(console.writes).hasValueLessThan(2_000);
    }

    @Test
    void aLineThatIsLargerThanTheBufferIsWrittenAfterThoseBeforeIt() {
        String large = "x".repeat(200_000);

        log("before");
        log(large);
        buffered.stop();

        assertThat(console.text()).isEqualTo("before\n" + large + "\n");
    }

    @Test
    void linesOfManyThreadsDuringTheStopAreAllWritten() throws InterruptedException {
        buffered.start();
        List<Thread> threads = IntStream.range(0, 100)
                .mapToObj(i -> new Thread(() -> IntStream.range(0, 100).forEach(j -> log(i + "-" + j))))
                .toList();
        threads.forEach(Thread::start);

        buffered.stop();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(console.text().lines()).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void anEmulatorThatIsStoppedHasLoggedEachCall() throws Exception {
        try (ChildEmulator emulator = ChildEmulator.start(directory, List.of(), "emulator.throttling.enabled=false")) {
            int calls = 200;
            for (int i = 0; i < calls; i++) {
                emulator.send("PUT", "/contact/chat", Emulator.SMALLEST_START);
            }

            emulator.stop();

            assertThat(Pattern.compile("operation=StartChatContact")
                            .matcher(emulator.output())
                            .results())
                    .hasSize(calls);
        }
    }
}
