package org.connectchat.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, so that its CPU time and its memory are its own too. */
record Server(String name, Process process, int port) implements AutoCloseable {

    /** The flags of the JVM in the image; bench/run starts in the folder of the project. */
    static final String IMAGE_FLAGS = "-XX:Flags=docker/jvm.flags";

    private static final String BARE = "bare servlet";
    private static final String WIREMOCK = "WireMock";
    private static final String SPRING_BOOT = "smallest application of Spring Boot";
    private static final String READY = "Ready on port ";

    /** A stop that writes a cache takes some seconds. */
    private static final int MOST_SECONDS = 60;

    static Server bare(Setup setup) throws IOException {
        return main(setup, BARE, BareServer.class);
    }

    static Server wireMock(Setup setup) throws IOException {
        return main(setup, WIREMOCK, WireMockStub.class);
    }

    /** An application of Spring Boot, with the libraries of the emulator's jar. */
    static Server springBoot(Setup setup) throws IOException {
        String classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1)[0] + File.pathSeparator + setup.jar();
        return start(SPRING_BOOT, List.of(setup.java(), "-cp", classPath, SpringBootServer.class.getName()));
    }

    private static Server main(Setup setup, String name, Class<?> main) throws IOException {
        return start(name, List.of(setup.java(), "-cp", System.getProperty("java.class.path"), main.getName()));
    }

    /** The emulator without throttle and quota, with more flags of the JVM if given. */
    static Server emulator(Setup setup, String... jvmFlags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(setup.java());
        command.addAll(List.of(jvmFlags));
        command.addAll(List.of(
                "-jar",
                setup.jar().toString(),
                "--server.port=0",
                "--emulator.throttling.enabled=false",
                "--emulator.quotas.concurrent-active-chats=10000000"));
        return start(setup.name(), command);
    }

    private static Server start(String name, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.contains(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException(name + " ended before it was ready: " + command);
        }
        int port = Integer.parseInt(line.replaceAll(".*" + READY + "(\\d+).*", "$1"));
        Thread reader = new Thread(() -> skip(output), name + " output");
        reader.setDaemon(true);
        reader.start();
        return new Server(name, process, port);
    }

    /** Reads on, because a full pipe would block the server, until it ends. */
    private static void skip(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // nothing to do with it
            }
        } catch (IOException e) {
            // the server has ended
        }
    }

    /** The CPU time that the process has used, in microseconds. */
    double cpuMicros() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1_000.0;
    }

    /** The resident memory of the process, in MiB. */
    double residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets all chats; other servers keep nothing. */
    void reset() throws IOException {
        if (!name.equals(BARE) && !name.equals(WIREMOCK)) {
            call("POST", "/_emulator/reset", "");
        }
    }

    /** One call on a connection of its own, and the body of its response. */
    String call(String method, String path, String body) throws IOException {
        try (Connection connection = new Connection(port)) {
            connection.exchange(Connection.request(method, path, "", body));
            return connection.body();
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy(); // Process.destroy would close the pipe, and a JVM that writes its cache writes to it too
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
