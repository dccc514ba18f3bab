package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;

/**
 * Checks the lines of paragraphs and list items. Tables, code and headings may have any length, and lists of links
 * may have short lines.
 */
@SameOnEveryJdk
class ParagraphsTest {

    /** As {@code .editorconfig} says. */
    private static final int MAXIMUM = 120;

    /** A line from this length on may end early, so that a small change of a paragraph need not touch all its lines. */
    private static final int FILLED = 100;

    private static final Pattern ITEM = Pattern.compile("^\\s*([*-]|\\d+\\.)\\s+");

    /** What no line break may divide: a word, or code with its blanks. */
    private static final Pattern WORD = Pattern.compile("(?:`[^`]*`|\\S)+");

    @Test
    void everyLineOfAParagraphIsFilledAndNoneIsTooLong() {
        List<String> faults = new ArrayList<>();
        for (Path document : CodeBlock.documents()) {
            if (isWrittenByPeople(document)) {
                faults.addAll(faults(document.toString(), CodeBlock.lines(document)));
            }
        }

        assertThat(faults)
                .as(
                        "Lines of more than %d characters, and lines of less than %d characters onto which the next word"
                                + " fits. Wrap these paragraphs again: a reader of the source takes a short line for the end of"
                                + " a paragraph, and must scroll to read a long one",
                        MAXIMUM, FILLED)
                .isEmpty();
    }

    @Test
    void aLongLineIsFound() {
        assertThat(faults("a.md", List.of("word ".repeat(30)))).containsExactly("a.md:1 is too long");
    }

    @Test
    void aShortLineInsideAParagraphOrAnItemIsFound() {
        assertThat(faults("a.md", List.of("One short line.", "Another one.", "", "* An item", "  goes on.", "* Ends.")))
                .containsExactly("a.md:1 is too short", "a.md:4 is too short");
    }

    @Test
    void tablesCodeAndWhatCannotBeDividedMayHaveAnyLengthAndLinksMayBeShort() {
        String word = "x".repeat(130);
        assertThat(faults(
                        "a.md",
                        List.of(
                                "# Heading",
                                "| a " + word + " |",
                                "",
                                "[A](a.md) ·",
                                "[B](b.md)",
                                "",
                                "  ```sh",
                                "a",
                                "b " + word,
                                "  ```",
                                "A line before.",
                                word,
                                "",
                                "* " + word)))
                .isEmpty();
    }

    /** Decisions and the changelog are records, which stay as they are; the table of rules is generated. */
    private static boolean isWrittenByPeople(Path document) {
        return !document.startsWith(Path.of("docs", "decisions"))
                && !document.endsWith("fidelity.md")
                && !document.endsWith("CHANGELOG.md");
    }

    private static List<String> faults(String document, List<String> lines) {
        List<String> faults = new ArrayList<>();
        boolean code = false;
        int first = 0;
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            boolean fence = line.strip().startsWith("```");
            boolean text = !code && !fence && !line.isBlank() && !line.startsWith("|") && !line.startsWith("#");
            if (!text || ITEM.matcher(line).find()) {
                check(document, first, lines.subList(first, i), faults);
                first = text ? i : i + 1;
            }
            code ^= fence;
        }
        return faults;
    }

    private static void check(String document, int first, List<String> paragraph, List<String> faults) {
        boolean links = paragraph.stream().anyMatch(line -> line.contains(" · ") || line.endsWith(" ·"));
        for (int i = 0; i < paragraph.size(); i++) {
            String line = paragraph.get(i);
            String place = document + ":" + (first + i + 1);
            if (line.length() > MAXIMUM
                    && WORD.matcher(ITEM.matcher(line).replaceFirst(""))
                                    .results()
                                    .count()
                            > 1) {
                faults.add(place + " is too long");
            } else if (!links
                    && line.length() < FILLED
                    && i + 1 < paragraph.size()
                    && line.length() + 1 + firstWord(paragraph.get(i + 1)).length() <= MAXIMUM) {
                faults.add(place + " is too short");
            }
        }
    }

    private static String firstWord(String line) {
        Matcher word = WORD.matcher(line);
        return word.find() ? word.group() : "";
    }
}
