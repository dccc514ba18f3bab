package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that an exhausted heap ends the process, without any option of the JVM. */
class OutOfMemoryTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"/exhaust/handler", "/exhaust/threads", "/actuator/health?exhaust=filter", "/contact/chat"})
    @Rule("R14")
    void anExhaustedHeapEndsTheProcessWithALine(String path) throws Exception {
        try (ChildEmulator emulator = ChildEmulator.start(
                directory,
                List.of("-Xmx64m"),
                "spring.main.sources=outofmemory.Places",
                "emulator.chat.connection-deadline=100ms")) {
            try {
                // The chat exhausts the heap when its clock ends it, which no request does.
                emulator.send("PUT", path, path.startsWith("/contact") ? Emulator.SMALLEST_START : null);
            } catch (IOException e) {
                assertThat(e).as("the end of the process").isNotNull();
            }

            assertThat(emulator.exitCode()).as(emulator.output()).isEqualTo(3);
            assertThat(emulator.output().lines().filter(line -> line.contains("OutOfMemory")))
                    .singleElement()
                    .asString()
                    .isEqualTo("ERROR OutOfMemory - The heap is exhausted, so the emulator ends with exit code 3."
                            + " Start it with a larger heap (-Xmx) or a smaller emulator.memory.share.");
        }
    }
}
