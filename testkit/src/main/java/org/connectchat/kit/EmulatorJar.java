package org.connectchat.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Where the jar of the emulator is. */
record EmulatorJar(Path path) {

    /** The system property that names the jar. */
    static final String PROPERTY = "connectchat.jar";

    /** The environment variable that names the jar. */
    static final String VARIABLE = "CONNECTCHAT_JAR";

    /** The jar that the property, or else the variable, names; without both, one that lies where jars lie. */
    static EmulatorJar find() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null && !named.isBlank()) {
            return at(Path.of(named));
        }
        Path folder = Path.of("").toAbsolutePath();
        Path repository = Path.of(System.getProperty(
                        "maven.repo.local",
                        Path.of(System.getProperty("user.home"), ".m2", "repository")
                                .toString()))
                .resolve("org/connectchat/connect-chat-emulator");
        return newest(folder, 1)
                .or(() -> newest(repository, 2))
                .map(EmulatorJar::new)
                .orElseThrow(() -> new IllegalStateException("The jar of the emulator was not found. Looked for"
                        + " the system property " + PROPERTY + ", the environment variable " + VARIABLE
                        + ", and connect-chat-emulator-*.jar in " + folder + " and in " + repository
                        + ". Build it in a checkout of the emulator with ./mvnw install -DskipTests, which puts it into the"
                        + " latter, or name it with withJar(path)."));
    }

    static EmulatorJar at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("There is no jar of the emulator at " + path.toAbsolutePath()
                    + ". Build it in a checkout of the emulator with ./mvnw package -DskipTests.");
        }
        return new EmulatorJar(path.toAbsolutePath());
    }

    private static Optional<Path> newest(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.getFileName().toString().matches("connect-chat-emulator-\\d.*\\.jar"))
                    .filter(file -> !file.getFileName().toString().matches(".*-(sources|javadoc)\\.jar"))
                    .max(Comparator.comparing((Path file) -> file.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class that starts the emulator. */
    String mainClass() {
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            String main = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new IllegalStateException(path + " is not the jar of the emulator: it names no main class.");
            }
            return main;
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read as a jar: " + e.getMessage(), e);
        }
    }
}
