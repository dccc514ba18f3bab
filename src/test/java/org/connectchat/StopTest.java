package org.connectchat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that the emulator stops in peace: it finishes what it has begun, and a signal ends its process. */
@ExtendWith(OutputCaptureExtension.class)
class StopTest {

    private static final Pattern ENDPOINT = Pattern.compile("AWS_ENDPOINT_URL_CONNECT=(http://localhost:[0-9]+)");

    @TempDir
    private Path directory;

    @Test
    void aRequestInServiceGetsItsResponseBeforeTheEnd() throws Exception {
        Emulator emulator = Emulator.own();
        byte[] body = Emulator.SMALLEST_START.getBytes(UTF_8);
        Thread stopping = new Thread(emulator::close, "stopping");
        try (Socket socket = new Socket("localhost", emulator.port())) {
            socket.setSoTimeout(30_000);
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            // The interim answer is how one knows that the server has begun with the request.
            socket.getOutputStream().write("""
                    PUT /contact/chat HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Expect: 100-continue\r
                    \r
                    """.formatted(body.length).getBytes(UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
            assertThat(answer.readLine()).isEmpty();

            stopping.start();
            awaitRefusal(emulator.port());
            socket.getOutputStream().write(body);

            assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
        } finally {
            stopping.join(30_000);
        }
        assertThat(stopping.isAlive()).isFalse();
    }

    @Test
    @Rule("R12")
    void aRequestThatDoesNotEndIsWaitedForAndCutOffAndTheLogSaysSo(CapturedOutput log) throws Exception {
        Emulator emulator = Emulator.own();
        try (Socket socket = new Socket("localhost", emulator.port())) {
            socket.setSoTimeout(30_000);
            sendABodyThatBreaksOff(emulator);
            InputStream answer = socket.getInputStream();
            socket.getOutputStream().write("""
                    PUT /contact/chat HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 100\r
                    Expect: 100-continue\r
                    \r
                    """.getBytes(UTF_8));
            assertThat(answer.read()).isEqualTo('H');

            emulator.close();
        }

        assertThat(log.getAll())
                .containsPattern("The stop waits at most PT1\\.5S for requests that are still being served: 1\\R")
                .contains("The stop cuts off requests that were not served in time: 1");
    }

    /** Its end is reported more than once, and still the request counts once. */
    private static void sendABodyThatBreaksOff(Emulator emulator) {
        try (RawHttp client = new RawHttp(emulator)) {
            client.send("PUT /contact/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 500\r\n\r\n{\"a\"")
                    .end();
            assertThat(client.answer().status()).isEqualTo(400);
        }
    }

    @Test
    @Rule("R12")
    void aStopWithNothingInFlightSaysNothing(CapturedOutput log) {
        Emulator emulator = Emulator.own();
        long before = linesOfThisEmulator(log);

        emulator.close();

        assertThat(linesOfThisEmulator(log)).isEqualTo(before);
    }

    /** Without what the emulators of other tests log, whose chats end at their deadlines. */
    private static long linesOfThisEmulator(CapturedOutput log) {
        return log.getAll()
                .lines()
                .filter(line -> !line.contains(" ChatEndings - "))
                .count();
    }

    @Test
    void asAProcessItServesOnAnyFreePortAndEndsOnASignal() throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConnectChatEmulator.class.getName(),
                        "--server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assumeTrue(process.supportsNormalTermination(), "Processes cannot be asked to end on this system");
            HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint(process, output) + "/contact/chat"))
                    .PUT(BodyPublishers.ofString(Emulator.SMALLEST_START))
                    .header("Content-Type", "application/json")
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("128 and the number of SIGTERM").isEqualTo(143);
            assertThat(Files.readString(output, UTF_8).lines())
                    .as("no banner, no warning, nothing but the ready line and the one call")
                    .satisfiesExactly(
                            line -> assertThat(line).contains("AWS_ENDPOINT_URL_CONNECT="),
                            line -> assertThat(line).contains("operation=StartChatContact"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String endpoint(Process process, Path output) throws IOException, InterruptedException {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(60));
        while (process.isAlive() && Instant.now().isBefore(giveUp)) {
            Matcher endpoint = ENDPOINT.matcher(Files.readString(output, UTF_8));
            if (endpoint.find()) {
                return endpoint.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The emulator did not start: " + Files.readString(output, UTF_8));
    }

    /** Waits until the port takes no new connection, which is when the stop has really begun. */
    private static void awaitRefusal(int port) throws InterruptedException {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(giveUp)) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress("localhost", port), 100);
                Thread.sleep(20);
            } catch (IOException e) {
                return;
            }
        }
        throw new AssertionError("The emulator still takes connections");
    }
}
