package org.connectchat.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A block of code in a document.
 *
 * @param document the file, seen from the project's folder
 * @param heading the heading that it stands under
 * @param number counts the blocks of its language under that heading, from 1
 * @param language what follows the fence, such as {@code sh}
 */
record CodeBlock(String document, String heading, int number, String language, String text) {

    /** All blocks of a language in the README and in the documents. */
    static List<CodeBlock> ofLanguage(String language) {
        return documents().stream()
                .flatMap(document -> read(document).stream())
                .filter(block -> block.language.equals(language))
                .toList();
    }

    /** One block of a document. */
    static CodeBlock of(String document, String heading, int number, String language) {
        String name = new CodeBlock(document, heading, number, language, "").name();
        return ofLanguage(language).stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no block " + name));
    }

    /** Everything that a reader may follow. */
    static List<Path> documents() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream<Path> above = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                    .map(Path::of);
            return Stream.concat(
                            above,
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CodeBlock> read(Path document) {
        List<CodeBlock> blocks = new ArrayList<>();
        String heading = "";
        String language = null;
        StringBuilder text = new StringBuilder();
        for (String line : lines(document)) {
            if (language == null && line.startsWith("```")) {
                language = line.substring(3).strip();
                text.setLength(0);
            } else if (language != null && line.equals("```")) {
                blocks.add(numbered(blocks, document, heading, language, text.toString()));
                language = null;
            } else if (language != null) {
                text.append(line).append('\n');
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ *", "");
            }
        }
        return blocks;
    }

    private static CodeBlock numbered(
            List<CodeBlock> before, Path document, String heading, String language, String text) {
        long others = before.stream()
                .filter(block -> block.heading.equals(heading) && block.language.equals(language))
                .count();
        return new CodeBlock(document.toString(), heading, (int) others + 1, language, text);
    }

    static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code README.md: AWS CLI, 1}. */
    String name() {
        return "%s: %s, %d".formatted(document, heading, number);
    }
}
