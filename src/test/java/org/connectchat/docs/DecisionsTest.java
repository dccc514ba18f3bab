package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;

/** Holds the decisions to one form, and their index to the decisions. */
@SameOnEveryJdk
class DecisionsTest {

    private static final Path FOLDER = Path.of("docs", "decisions");

    @Test
    void theIndexListsEveryDecisionWithItsTitleAndStatus() throws IOException {
        List<String> rows = decisions().stream()
                .map(file ->
                        "| [%s](%s) | %s | %s |".formatted(number(file), file.getFileName(), title(file), status(file)))
                .toList();

        assertThat(CodeBlock.lines(FOLDER.resolve("README.md")).stream().filter(line -> line.startsWith("| [")))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void everyDecisionHasANumberATitleAStatusAndADate() throws IOException {
        for (Path file : decisions()) {
            List<String> lines = CodeBlock.lines(file);

            assertThat(lines.get(0)).as("%s", file).matches("# " + number(file) + "\\. .+");
            assertThat(lines.get(2)).as("%s", file).matches("Status: [a-z]+, \\d{4}-\\d\\d-\\d\\d(; .+)?\\.");
        }
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring(0, 4);
    }

    private static String title(Path file) {
        return CodeBlock.lines(file).get(0).replaceFirst("# \\d+\\. ", "");
    }

    private static String status(Path file) {
        return CodeBlock.lines(file).get(2).replaceFirst("Status: (.*)\\.", "$1");
    }
}
