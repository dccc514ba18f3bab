package org.connectchat.slow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that slow clients keep no other client waiting: the emulator has four request threads, and twenty clients hang. */
class SlowClientsTest {

    private static final int CLIENTS = 20;

    private static Emulator withFourThreads() {
        return Emulator.with(
                "server.tomcat.threads.max=4",
                "server.tomcat.threads.min-spare=4",
                "emulator.throttling.enabled=false");
    }

    private static Emulator impatient() {
        return Emulator.with(
                "emulator.throttling.enabled=false", "emulator.body-timeout=500ms", "emulator.response-timeout=500ms");
    }

    private static void assertOthersAreServed(Emulator emulator) {
        assertThat(emulator.send("GET", "/actuator/health", (String) null).status())
                .isEqualTo(200);
        assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(emulator.send("GET", "/_emulator/settings", (String) null).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = SlowKind.class,
            names = {"HALF_OPERATION", "HALF_START_CHAT", "HALF_CONTROL", "HALF_UNKNOWN_PATH", "HALF_UPLOAD"})
    @Rule("R1")
    void bodiesThatDoNotComeKeepNoOtherClientWaiting(SlowKind kind) throws IOException {
        assertKeepNoOtherClientWaiting(kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = SlowKind.class,
            names = {"UNREAD_DOWNLOAD", "UNREAD_TRANSCRIPT", "UNREAD_OPENAPI"})
    @Rule("R3")
    void responsesThatAreNotReadKeepNoOtherClientWaiting(SlowKind kind) throws IOException {
        assertKeepNoOtherClientWaiting(kind);
    }

    private static void assertKeepNoOtherClientWaiting(SlowKind kind) throws IOException {
        Emulator emulator = withFourThreads();
        try (Slow slow = new Slow(emulator.port())) {
            kind.prepare(slow);
            for (int i = 0; i < CLIENTS; i++) {
                kind.start(slow, i);
            }
            assertOthersAreServed(emulator);
            assertThat(slow.open()).isEqualTo(CLIENTS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT /contact/chat, 408, RequestTimeoutException",
        "POST /start-chat, 408, RequestTimeoutException",
        "POST /_emulator/clock/advance, 408, application/problem+json"
    })
    @Rule("R1")
    void aBodyThatDoesNotComeInTimeIsRefusedInTheFormOfItsPlace(String call, int status, String told)
            throws IOException {
        try (Socket client =
                new Socket(InetAddress.getLoopbackAddress(), impatient().port())) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write(half(call));

            String response = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(response).startsWith("HTTP/1.1 " + status).contains(told);
        }
    }

    @Test
    @Rule("R1")
    void anUploadThatDoesNotComeInTimeIsRefusedAsByS3() throws IOException {
        try (Slow slow = new Slow(impatient().port())) {
            SlowKind.HALF_UPLOAD.prepare(slow);
            String path = URI.create(slow.noted("upload")).getPath();
            try (Socket client =
                    new Socket(InetAddress.getLoopbackAddress(), impatient().port())) {
                client.setSoTimeout(20_000);
                client.getOutputStream()
                        .write(("PUT " + path + " HTTP/1.1\r\nHost: localhost\r\n" + slow.noted("headers")
                                        + "Content-Length: 1000000\r\n\r\nhalf")
                                .getBytes(ISO_8859_1));

                String response = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
                assertThat(response).startsWith("HTTP/1.1 400").contains("<Code>RequestTimeout</Code>");
            }
        }
    }

    @Test
    @Rule("R3")
    void aClientThatDoesNotReadLosesItsConnection() throws IOException {
        try (Slow slow = new Slow(impatient().port())) {
            SlowKind.UNREAD_DOWNLOAD.prepare(slow);
            SlowKind.UNREAD_DOWNLOAD.start(slow, 0);

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> slow.open() == 0);
        }
    }

    @Test
    @Rule("R1")
    void aBodyMayComeInManyPieces() throws Exception {
        for (String call : List.of("PUT /contact/chat", "POST /start-chat")) {
            try (Socket client = new Socket(
                    InetAddress.getLoopbackAddress(), withFourThreads().port())) {
                client.setSoTimeout(20_000);
                String body = Emulator.SMALLEST_START;
                client.getOutputStream()
                        .write((call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: " + body.length()
                                        + "\r\n\r\n")
                                .getBytes(ISO_8859_1));
                for (byte piece : body.getBytes(ISO_8859_1)) {
                    client.getOutputStream().write(piece);
                    client.getOutputStream().flush();
                }
                assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    @Rule("R4")
    void aNewConnectionTakesThePlaceOfTheOneThatWasIdleLongest() throws IOException {
        try (Emulator emulator = Emulator.own("server.tomcat.max-connections=10", "emulator.throttling.enabled=false");
                Slow slow = new Slow(emulator.port())) {
            for (int i = 0; i < 50; i++) {
                SlowKind.NOTHING_SENT.start(slow, i);
            }
            assertOthersAreServed(emulator);
        }
    }

    @Test
    @Rule("R4")
    void aboveTheBoundHealthAndTheControlApiAreServedAndTheRestIsRefused() throws IOException {
        try (Emulator emulator = Emulator.own("server.tomcat.max-connections=5", "emulator.throttling.enabled=false")) {
            try (Slow slow = new Slow(emulator.port())) {
                for (int i = 0; i < 5; i++) {
                    SlowKind.HALF_OPERATION.start(slow, i);
                }
                Awaitility.await().untilAsserted(() -> {
                    assertThat(once(emulator, "GET /_emulator/settings")).startsWith("HTTP/1.1 200");
                    assertThat(once(emulator, "GET /actuator/health")).startsWith("HTTP/1.1 200");
                    assertThat(once(emulator, "GET /contacts/i/c"))
                            .startsWith("HTTP/1.1 503")
                            .contains("ServiceUnavailableException");
                });
            }
        }
    }

    private static String once(Emulator emulator, String call) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), emulator.port())) {
            client.setSoTimeout(20_000);
            client.getOutputStream()
                    .write((call + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static byte[] half(String call) {
        return (call + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")
                .getBytes(ISO_8859_1);
    }
}
