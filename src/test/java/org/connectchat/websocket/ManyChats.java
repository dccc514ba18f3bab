package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Keeps two thousand chats with a socket each connected for a minute while messages flow, in an emulator in a Java of
 * its own, and looks at its heap. Not part of the build; run it with {@code ./mvnw test -Dtest=ManyChats}, where at
 * least 5,000 files may be open.
 */
class ManyChats {

    private static final int CHATS = 2_000;
    private static final int CLIENTS = 8;
    private static final int MESSAGES_A_SECOND = 500;
    private static final Duration TIME = Duration.ofMinutes(1);
    private static final long SLACK_BYTES = 10 << 20;
    private static final String INSTANCE = "an-instance";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A chat with its socket, and how many messages it has sent. */
    private record Talk(String contactId, String connectionToken, ClientSocket socket, AtomicInteger sent) {}

    @Test
    void twoThousandChatsStayConnectedForAMinuteAndLeaveNothingBehind() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (Server server = Server.start()) {
            begin(server);
            server.stop(begin(server)); // so that every class is loaded and every path was walked
            long idle = server.heap("idle");

            List<Talk> talks = all(clients, CHATS, number -> begin(server));
            long connected = server.heap(CHATS + " chats connected");

            long messages = talkForAMinute(server, clients, talks);
            long talked = server.heap(messages + " messages later");
            int received = 0;
            for (Talk talk : talks) {
                assertThat(talk.socket().isClosed()).isFalse();
                long heard = talk.socket().itemsUpToNow().stream()
                        .filter(item -> item.path("Type").asString().equals("MESSAGE"))
                        .count();
                assertThat(heard).isEqualTo(talk.sent().get());
                received += (int) heard;
            }
            System.out.printf(
                    "%d frames received; %d bytes of heap a connected chat, %d a message%n",
                    received, (connected - idle) / CHATS, (talked - connected) / messages);

            all(clients, talks.size(), number -> server.stop(talks.get(number)));
            long settled = server.settledHeap(idle + SLACK_BYTES);
            assertThat(settled).isLessThan(idle + SLACK_BYTES);
        } finally {
            clients.shutdownNow();
        }
    }

    private static Talk begin(Server server) {
        JsonNode started = server.call("PUT", "/contact/chat", null, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""");
        JsonNode connection = server.call(
                "POST",
                "/participant/connection",
                started.path("ParticipantToken").asString(),
                """
                {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}""");
        return new Talk(
                started.path("ContactId").asString(),
                connection.at("/ConnectionCredentials/ConnectionToken").asString(),
                ClientSocket.dial(URI.create(connection.at("/Websocket/Url").asString()))
                        .subscribed(),
                new AtomicInteger());
    }

    private static long talkForAMinute(Server server, ExecutorService clients, List<Talk> talks) throws Exception {
        long start = System.nanoTime();
        long end = start + TIME.toNanos();
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> senders = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            senders.add(clients.submit(() -> {
                while (System.nanoTime() < end) {
                    int number = next.getAndIncrement();
                    long due = start + number * (1_000_000_000L / MESSAGES_A_SECOND);
                    Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                    Talk talk = talks.get(number % talks.size());
                    server.call("POST", "/participant/message", talk.connectionToken(), """
                            {"ContentType": "text/plain", "Content": "This is message number %d of them all."}""".formatted(number));
                    talk.sent().incrementAndGet();
                }
                return null;
            }));
        }
        long beat = start;
        while (System.nanoTime() < end) {
            beat += Duration.ofSeconds(10).toNanos();
            Thread.sleep(Math.max(0, (beat - System.nanoTime()) / 1_000_000));
            talks.forEach(talk -> talk.socket().send("{\"topic\":\"aws/ping\"}"));
        }
        for (Future<?> sender : senders) {
            sender.get();
        }
        return talks.stream().mapToInt(talk -> talk.sent().get()).sum();
    }

    private interface Task<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> all(ExecutorService clients, int count, Task<T> task) throws Exception {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(() -> task.run(number));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : clients.invokeAll(tasks)) {
            results.add(result.get());
        }
        return results;
    }

    /** The emulator in a Java of its own, so that its heap is its own. */
    private record Server(Process process, int port) implements AutoCloseable {

        static Server start() throws IOException {
            Process process = new ProcessBuilder(
                            java("java"),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ConnectChatEmulator.class.getName(),
                            "--server.port=0",
                            "--logging.level.root=WARN",
                            "--emulator.throttling.enabled=false",
                            "--emulator.quotas.concurrent-active-chats=" + 2 * CHATS,
                            "--emulator.chat.retention=1s")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = output.readLine();
            while (line != null && !line.contains("Ready on port ")) {
                line = output.readLine();
            }
            assertThat(line).as("the line that says that the emulator is ready").isNotNull();
            Thread drain = new Thread(() -> output.lines()
                    .filter(text -> text.contains(" ERROR ") || text.contains(" WARN "))
                    .forEach(System.out::println));
            drain.setDaemon(true);
            drain.start();
            return new Server(process, Integer.parseInt(line.replaceAll(".*Ready on port (\\d+).*", "$1")));
        }

        private static String java(String tool) {
            return Path.of(System.getProperty("java.home"), "bin", tool).toString();
        }

        JsonNode call(String method, String path, String bearer, String json) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method(method, BodyPublishers.ofString(json))
                    .header("Content-Type", "application/json");
            if (bearer != null) {
                request.header("X-Amz-Bearer", bearer);
            }
            try {
                var answer = HTTP.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new AssertionError(path + " did not work: " + answer.statusCode() + " " + answer.body());
                }
                return Chat.JSON.readTree(answer.body());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Talk stop(Talk talk) {
            call("POST", "/contact/stop", null, """
                    {"InstanceId": "%s", "ContactId": "%s"}""".formatted(INSTANCE, talk.contactId()));
            talk.socket().nextEvent("chat.ended");
            talk.socket().close();
            return talk;
        }

        /** What is reachable, in bytes: counting it collects all garbage first. */
        long heap(String when) throws IOException {
            Process histogram =
                    new ProcessBuilder(java("jcmd"), String.valueOf(process.pid()), "GC.class_histogram").start();
            String total = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            Scanner columns = new Scanner(total.substring("Total".length()));
            columns.nextLong();
            long bytes = columns.nextLong();
            String threads = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .findFirst()
                    .orElseThrow();
            System.out.printf(
                    "%-30s %,12d bytes of heap, %s, CPU %s%n",
                    when,
                    bytes,
                    threads.replace("\t", " "),
                    process.info().totalCpuDuration().orElse(Duration.ZERO));
            return bytes;
        }

        /** The heap once the retention is over, after at most half a minute. */
        long settledHeap(long limit) throws Exception {
            Thread.sleep(3_000);
            long heap = heap("all ended and forgotten");
            for (int i = 0; i < 10 && heap >= limit; i++) {
                Thread.sleep(3_000);
                heap = heap("still");
            }
            return heap;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
