package org.connectchat.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.connectchat.ConnectChatEmulator;

/** The emulator as a process of its own, for tests of what ends or fills a process. */
public final class ChildEmulator implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Ready on port ([0-9]+)");

    private final Process process;
    private final Path output;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ChildEmulator(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.port = Awaitility.await()
                .atMost(Duration.ofMinutes(4)) // the start of a process on a machine with other work
                .until(this::announcedPort, announced -> announced > 0);
    }

    /** Starts one with options of the JVM ({@code -Xmx64m}) and settings ({@code name=value}). */
    public static ChildEmulator start(Path directory, List<String> options, String... settings) {
        return start(directory, List.of(), options, settings);
    }

    /** Starts one within another command, which runs what stands behind it in the same process. */
    public static ChildEmulator start(Path directory, List<String> within, List<String> options, String... settings) {
        List<String> command = new ArrayList<>(within);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ConnectChatEmulator.class.getName(),
                "--server.port=0"));
        for (String setting : settings) {
            command.add("--" + setting);
        }
        Path output = directory.resolve("output.txt");
        try {
            return new ChildEmulator(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int announcedPort() {
        Matcher announced = PORT.matcher(output());
        if (announced.find()) {
            return Integer.parseInt(announced.group(1));
        }
        if (!process.isAlive()) {
            throw new AssertionError("It did not start: " + output());
        }
        return 0;
    }

    /** What it has logged. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2));
    }

    /** A call with a JSON body, or none if it is null, and headers (name, value, …). */
    public HttpResponse<String> send(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Waits until it ends by itself; returns its exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("It still runs: " + output());
        }
        return process.exitValue();
    }

    /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it as a container is stopped, and waits until it is gone. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
