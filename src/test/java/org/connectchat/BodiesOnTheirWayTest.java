package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients that send large bodies slowly, to an emulator with a small heap. */
class BodiesOnTheirWayTest {

    private static final int MAX_CLIENTS = 120;
    private static final String LARGE = "{\"a\": \"" + "x".repeat(900_000) + "\"}";

    @TempDir
    private Path directory;

    @Test
    @Rule("R2")
    void largeBodiesTakeABoundedShareOfTheHeapAndKeepNoSmallCallOut() throws Exception {
        List<RawHttp> clients = new ArrayList<>();
        try (ChildEmulator emulator = ChildEmulator.start(
                directory, List.of("-Xmx64m"), "emulator.body-timeout=59s", "emulator.throttling.enabled=false")) {
            try {
                int status = status(emulator, LARGE);
                while (status != 503 && clients.size() < MAX_CLIENTS) {
                    clients.add(halfSent(emulator.port()));
                    status = status(emulator, LARGE);
                }
                assertThat(status).as("after %d clients", clients.size()).isEqualTo(503);
                assertThat(status(emulator, Emulator.SMALLEST_START)).isEqualTo(200);
                assertThat(emulator.send("PATCH", "/_emulator/settings", "{}").statusCode())
                        .isEqualTo(200);
            } finally {
                clients.forEach(RawHttp::close);
            }

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(status(emulator, LARGE)).isEqualTo(400));
            assertThat(status(emulator, Emulator.SMALLEST_START)).isEqualTo(200);
        }
    }

    private static int status(ChildEmulator emulator, String body) throws Exception {
        return emulator.send("PUT", "/contact/chat", body).statusCode();
    }

    private static RawHttp halfSent(int port) {
        RawHttp client = new RawHttp(port);
        try {
            client.send("PUT /contact/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + LARGE.length() + "\r\n\r\n" + LARGE.substring(0, 600_000));
        } catch (UncheckedIOException e) {
            // The emulator has refused this body already, and closed the connection.
        }
        return client;
    }
}
