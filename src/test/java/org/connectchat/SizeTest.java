package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;

/** Holds the promises about sizes: a type fits on a few screens, a package fits into one's head. */
@SameOnEveryJdk
class SizeTest {

    private static final int MAX_LINES = 300;
    private static final int MAX_MEDIAN_LINES = 60;
    private static final int MAX_TYPES_OF_A_PACKAGE = 25;
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void noTypeHasMoreThan300Lines() {
        assertThat(sources(MAIN, TEST))
                .as("because a type that grows beyond this has two themes: give the second one a type")
                .allSatisfy(source -> assertThat(lines(source)).as("%s", source).isLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void theMedianTypeHasAtMost60Lines() {
        List<Long> lines = sources(MAIN).stream().map(SizeTest::lines).sorted().toList();

        assertThat(lines.get(lines.size() / 2))
                .as("because small types are read at a glance")
                .isLessThanOrEqualTo(MAX_MEDIAN_LINES);
    }

    @Test
    void noPackageHasMoreThan25Types() {
        for (Path root : List.of(MAIN, TEST)) {
            Map<Path, Long> types =
                    sources(root).stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

            assertThat(types.entrySet())
                    .as("because a reader finds a type by its package only if the package is small")
                    .allSatisfy(entry -> assertThat(entry.getValue())
                            .as("%s", entry.getKey())
                            .isLessThanOrEqualTo(MAX_TYPES_OF_A_PACKAGE));
        }
    }

    private static List<Path> sources(Path... roots) {
        return Stream.of(roots)
                .map(SizeTest::sourcesBelow)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> sourcesBelow(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java") && !path.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
