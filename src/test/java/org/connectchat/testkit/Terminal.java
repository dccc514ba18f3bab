package org.connectchat.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A bash in a folder of its own, as a reader has one. Blocks run as they are printed, apart from the port. Two commands
 * stand in for what a test has not: {@code java -jar} starts these classes, as there is no jar yet, and {@code ./mvnw}
 * does so for {@code spring-boot:run} and builds nothing.
 */
public final class Terminal implements AutoCloseable {

    /** The options make a start cheap, as these processes live for seconds. */
    private static final String JAVA_STAND_IN = """
            #!/bin/bash
            [ "$1" = -jar ] || { echo "unexpected: java $*" >&2; exit 1; }
            shift 2
            exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' org.connectchat.ConnectChatEmulator "$@"
            """;

    private static final String MVNW_STAND_IN = """
            #!/bin/bash
            case "$*" in
                spring-boot:run) exec java -jar any.jar;;
                'package -DskipTests') ;;
                *) echo "unexpected: ./mvnw $*" >&2; exit 1;;
            esac
            """;

    private final Path folder;
    private Process process;

    public Terminal(Path folder) throws IOException {
        this.folder = folder;
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        command("bin/java", JAVA_STAND_IN.formatted(tools.resolve("java"), classPath()));
        command("bin/keytool", "#!/bin/bash\nexec '%s' \"$@\"\n".formatted(tools.resolve("keytool")));
        command("mvnw", MVNW_STAND_IN);
    }

    /** The class path of the tests. */
    public static String classPath() {
        Stream<Path> entries = Terminal.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(url -> Path.of(URI.create(url.toString())))
                : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of);
        return entries.map(Path::toAbsolutePath).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private void command(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a script to its end and returns what it printed; the exit code of its last command has to be 0. */
    public String run(String script) throws IOException, InterruptedException {
        Path output = begin(script);
        boolean ended = process.waitFor(240, TimeUnit.SECONDS);
        String printed = Files.readString(output, UTF_8);
        close();
        assertThat(ended).as("it ended by itself; it printed: %s", printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    /** Runs a script that starts an emulator, which {@link #close} ends; returns the port that it got. */
    public int start(String script) throws IOException {
        return awaitPort(begin(script));
    }

    /** Waits until a script that has begun says that its emulator is ready; returns the port. */
    public int awaitPort(Path output) throws IOException {
        String printed = Awaitility.await()
                .atMost(240, TimeUnit.SECONDS)
                .until(
                        () -> Files.readString(output, UTF_8),
                        text -> text.contains("Ready on port ") || !process.isAlive());
        assertThat(printed).contains("Ready on port ");
        return Integer.parseInt(printed.replaceFirst("(?s).*Ready on port (\\d+)\\..*", "$1"));
    }

    /** Begins a script; returns the file that has what it prints. */
    public Path begin(String script) throws IOException {
        Path output = Files.createTempFile(folder, "printed", ".txt");
        Path file = Files.writeString(Files.createTempFile(folder, "block", ".sh"), script);
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        // What the developer has configured for the real service must not reach these calls.
        environment.put("AWS_CONFIG_FILE", folder.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("SERVER_PORT", "0");
        environment.merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + ":" + path);
        process = builder.start();
        process.getOutputStream().close();
        return output;
    }

    /** Whether a command works here. */
    public static boolean has(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends what the last script has started. */
    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
