package org.connectchat.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.kit.client.EmulatorClient;
import org.jspecify.annotations.Nullable;

/**
 * The emulator as a child process on a free port, from its jar. The process ends when this JVM ends, also if this JVM is
 * killed. It reads no setting from this machine: no environment variable of settings, and no {@code config} folder.
 */
public final class ConnectChatEmulator implements EmulatorServer, EmulatorSettings<ConnectChatEmulator> {

    /** The second compiler of a JVM costs more than it saves in so short a life. */
    private static final List<String> FAST_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms32m", "-Xshare:auto");

    private static final List<String> OF_SETTINGS =
            List.of("EMULATOR_", "SERVER_", "SPRING_", "MANAGEMENT_", "LOGGING_");

    private static final int TAIL = 40;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>(FAST_START);
    private @Nullable Path jar;
    private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private Duration startTimeout = Duration.ofMinutes(1);
    private @Nullable Path logFile;
    private @Nullable String token;
    private @Nullable Running running;

    /** An emulator of the jar that the system property {@code connectchat.jar} or {@code CONNECTCHAT_JAR} names. */
    public ConnectChatEmulator() {}

    @Override
    public ConnectChatEmulator withSetting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    @Override
    public ConnectChatEmulator withFlows(Path folder) {
        return withSetting("emulator.flows.folder", folder.toAbsolutePath().toString());
    }

    @Override
    public ConnectChatEmulator withControlToken(String token) {
        this.token = token;
        return this;
    }

    /** The jar, instead of the one that is found. */
    public ConnectChatEmulator withJar(Path jar) {
        this.jar = jar;
        return this;
    }

    /** The {@code java} command, instead of the one that runs this JVM. */
    public ConnectChatEmulator withJava(Path java) {
        this.java = java;
        return this;
    }

    /** Options of its JVM, such as {@code -Xmx256m}. */
    public ConnectChatEmulator withJvmOptions(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    /** How long a start may take; a minute if not set. */
    public ConnectChatEmulator withStartTimeout(Duration timeout) {
        startTimeout = timeout;
        return this;
    }

    /** Where its log goes and stays after the stop. */
    public ConnectChatEmulator withLogFile(Path file) {
        logFile = file.toAbsolutePath();
        return this;
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        EmulatorJar found = jar == null ? EmulatorJar.find() : EmulatorJar.at(jar);
        try {
            Path folder = Files.createTempDirectory("connect-chat-emulator-");
            Path log = logFile == null ? folder.resolve("emulator.log") : logFile;
            Running starting = new Running(process(found, folder, log), folder, log);
            try {
                starting.awaitPort(startTimeout);
                running = starting;
            } finally {
                if (running == null) {
                    starting.stop();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot be started", e);
        }
    }

    private Process process(EmulatorJar found, Path folder, Path log) throws IOException {
        Path classes = folder.resolve("classes");
        Path guard = classes.resolve(Guard.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(guard.getParent());
        try (InputStream bytes = Guard.class.getResourceAsStream("Guard.class")) {
            Files.copy(Objects.requireNonNull(bytes), guard);
        }
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                classes + System.getProperty("path.separator") + found.path(),
                Guard.class.getName(),
                found.mainClass()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        command.add("--server.port=0");
        // An own folder, so that no config/application.yaml of the project under test is taken for the emulator's.
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectory(folder.resolve("run")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> OF_SETTINGS.stream().anyMatch(name.toUpperCase(Locale.ROOT)::startsWith));
        environment.put("PORTFILE", folder.resolve("port").toString());
        if (token != null) {
            environment.put("EMULATOR_CONTROL_TOKEN", token); // all users of the machine can read a command line
        }
        return builder.start();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    private synchronized Running running() {
        if (running == null) {
            throw new IllegalStateException("The emulator does not run: call start() first.");
        }
        return running;
    }

    @Override
    public URI endpoint() {
        return URI.create("http://localhost:" + running().port);
    }

    @Override
    public EmulatorClient client() {
        return new EmulatorClient(endpoint(), token);
    }

    /** What it has logged since its start. */
    public String log() {
        return running().log();
    }

    /** The process. */
    public ProcessHandle process() {
        return running().process.toHandle();
    }

    private static final class Running {

        private final Process process;
        private final Path folder;
        private final Path log;
        private final Thread hook = new Thread(this::end, "stop-emulator");
        private int port;

        Running(Process process, Path folder, Path log) {
            this.process = process;
            this.folder = folder;
            this.log = log;
            Runtime.getRuntime().addShutdownHook(hook);
        }

        void awaitPort(Duration timeout) throws IOException {
            Path file = folder.resolve("port");
            long deadline = System.nanoTime() + timeout.toNanos();
            try {
                while (port == 0) {
                    if (Files.exists(file) && Files.size(file) > 0) {
                        port = Integer.parseInt(Files.readString(file).strip());
                    } else if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                        throw failed("ended with exit code " + process.exitValue() + " instead of starting");
                    } else if (System.nanoTime() > deadline) {
                        throw failed("was not ready within " + timeout.toSeconds() + " s");
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("was not ready when the thread was interrupted");
            }
        }

        private IllegalStateException failed(String how) {
            List<String> lines = log().lines().toList();
            return new IllegalStateException("The emulator " + how + ". The end of its log:\n"
                    + lines.stream().skip(Math.max(0, lines.size() - TAIL)).collect(Collectors.joining("\n")));
        }

        String log() {
            try {
                return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void stop() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // this JVM ends, and the hook does the work
            }
            end();
        }

        private void end() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((one, other) -> other.compareTo(one))
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                // What is left lies in the folder for temporary files.
            }
        }
    }
}
