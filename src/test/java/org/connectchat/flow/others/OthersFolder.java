package org.connectchat.flow.others;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of flows that others published. It is no part of the project: {@code -Dflows.of.others} names it. */
final class OthersFolder {

    private static final String PROPERTY = "flows.of.others";

    private OthersFolder() {}

    /** Skips the test if there is no folder. */
    static void require() {
        assumeTrue(
                !System.getProperty(PROPERTY, "").isBlank(),
                "-D" + PROPERTY + " names no folder with flows that others published");
    }

    /** The names of the flows in it. */
    static List<String> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(String file) {
        try {
            return Files.readString(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty(PROPERTY));
    }
}
