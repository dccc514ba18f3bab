package org.connectchat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that the documents print are those that the builds of the kits run. */
class PrintedSamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```(java|python|js)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../docs/testing.md"})
    void eachProgramIsPartOfATest(String document) throws IOException {
        List<String> programs = BLOCK.matcher(Files.readString(Path.of(document)))
                .results()
                .map(block -> block.group(2))
                .toList();
        List<String> tests = tests();

        assertThat(programs)
                .isNotEmpty()
                .allSatisfy(program -> assertThat(tests)
                        .as("%s prints what no test has: %s", document, program)
                        .anyMatch(test -> withoutSpace(test).contains(withoutSpace(program))));
    }

    @Test
    void theReadmeOfTheEmulatorHasTheFirstTestOfEachKit() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String section = readme.substring(readme.indexOf("## In your tests"), readme.indexOf("### JUnit"));
        List<String> programs =
                BLOCK.matcher(section).results().map(block -> block.group(2)).toList();

        assertThat(programs)
                .hasSize(3)
                .allSatisfy(program ->
                        assertThat(tests()).anyMatch(test -> withoutSpace(test).contains(withoutSpace(program))));
    }

    /** Documents have shorter lines, and no comma behind a last element. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "").replaceAll(",(?=[)}])", "");
    }

    private static List<String> tests() {
        return Stream.of("src/test/java/org/connectchat/sample", "python", "node")
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.list(Path.of(folder))) {
                        return files.filter(Files::isRegularFile).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
