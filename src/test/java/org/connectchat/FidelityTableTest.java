package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.chat.event.Audience;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/fidelity.md} true: it is made from the rules and from the tests that name them. */
class FidelityTableTest {

    private static final Path DOCUMENT = Path.of("docs", "fidelity.md");

    private record Entry(String id, String evidence, String statement) {}

    @Test
    void everyRuleHasATest() throws Exception {
        assertThat(testsByRule().keySet())
                .as("every rule of contract-rules.tsv needs a test that names it, and every named rule must be there")
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Entry::id).toList());
    }

    @Test
    void theDocumentSaysWhatTheTestsSay() throws Exception {
        String expected = document();
        if (Boolean.getBoolean("fidelity.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("make it again with: ./mvnw test -Dtest=FidelityTableTest -Dfidelity.write=true")
                .hasContent(expected);
    }

    private static String document() throws Exception {
        Map<String, Set<String>> tests = testsByRule();
        String rows = rules().stream()
                .map(rule -> "| %s | %s | %s | %s |"
                        .formatted(
                                rule.id(),
                                rule.evidence(),
                                rule.statement(),
                                tests.getOrDefault(rule.id(), Set.of()).stream()
                                        .map(test -> "`" + test + "`")
                                        .collect(Collectors.joining("<br>"))))
                .collect(Collectors.joining("\n"));
        return """
                # Fidelity

                What the emulator promises, on what evidence, and which test would see it broken. This page is made from
                `src/test/resources/contract-rules.tsv` and from the tests; the build fails when it is out of date or a
                rule has no test.

                Evidence: **documented** in AWS's documentation or model, **observed** of the real service and written
                down publicly, or **decided** here because AWS is silent.

                | Rule | Evidence | What holds | Tests |
                |---|---|---|---|
                %s

                ## Who hears what

                Which sockets an event reaches (rule W23). The table is made from `ChatEvent`, and `AudienceTest` plays each
                event. Messages and files reach every participant, and the transcript keeps them. The prefix of the content
                types is `application/vnd.amazonaws.connect.event.`.

                | Event | Reaches the sockets of | In the transcript |
                |---|---|---|
                %s
                """.formatted(rows, events());
    }

    private static String events() {
        return Arrays.stream(ChatEvent.values())
                .map(event -> "| `%s` | %s | %s |"
                        .formatted(
                                event.contentType().substring("application/vnd.amazonaws.connect.event.".length()),
                                hearers(event.audience()),
                                event.isKept() ? "yes" : "no"))
                .collect(Collectors.joining("\n"));
    }

    private static String hearers(Audience audience) {
        return switch (audience) {
            case EVERY_PARTICIPANT -> "every participant";
            case AUTHOR -> "the participant whose event it is";
            case CUSTOMER -> "the customer";
            case NO_PARTICIPANT -> "no participant: SendEvent takes it, sockets do not carry it";
        };
    }

    private static List<Entry> rules() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src", "test", "resources", "contract-rules.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .map(columns -> new Entry(columns[0], columns[1], columns[2]))
                    .toList();
        }
    }

    private static Map<String, Set<String>> testsByRule() throws IOException, URISyntaxException {
        Path classes = Path.of(FidelityTableTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, Set<String>> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith("Test.class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace(file.contains("\\") ? '\\' : '/', '.'))
                    .forEach(name -> collect(name, tests));
        }
        return tests;
    }

    private static void collect(String className, Map<String, Set<String>> tests) {
        try {
            Class<?> type = Class.forName(className, false, FidelityTableTest.class.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                Rule rule = method.getAnnotation(Rule.class);
                if (rule != null) {
                    for (String id : rule.value()) {
                        tests.computeIfAbsent(id, any -> new TreeSet<>())
                                .add(type.getSimpleName() + "." + method.getName());
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
