package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.chat.event.Audience;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/fidelity.md} true: it is made from the rules and from the tests that name them. */
@SameOnEveryJdk
class FidelityTableTest {

    private static final Path DOCUMENT = Path.of("docs", "fidelity.md");

    private record Entry(String id, String evidence, String statement) {

        String letter() {
            return id.substring(0, 1);
        }

        int number() {
            return Integer.parseInt(id.substring(1));
        }
    }

    /** What the rules of a letter are about; the sections of the document, in this order. */
    private enum Subject {
        T("Transport", "How every request and response of the AWS operations travels: paths, bodies, errors, headers."),
        I("Input of StartChatContact", "The limits of each member of a request that starts a chat."),
        O("Output of StartChatContact", "What the response to such a request holds."),
        B(
                "Behaviour of a start",
                "Idempotency, throttle, quota, deadlines, catalogue, and chats that continue others."),
        P(
                "Participant Service",
                "The operations of participants: connections, messages, receipts, transcripts, files."),
        U("Operations around a chat", "The operations that change, relate, measure and find contacts."),
        S(
                "Streaming and the newest members of a start",
                "Connections that come with a start, and items of a chat that are published."),
        E("Contact events", "The events of contacts, their journal and their delivery."),
        W("WebSocket", "The socket of a participant: its URL, its frames, its limits, and what it carries."),
        A("Agents", "The agents that a test plays, and how they join, transfer and leave."),
        K("Chat timers", "How silent participants become idle and are disconnected."),
        C("Control API", "What a test can read and change below `/_emulator`."),
        V("State in and out", "The state as one document, which another start or another emulator loads."),
        F("Flows", "Amazon Connect's flow language, as chats run it."),
        G("Signatures", "The signatures of Amazon Connect's calls."),
        N("Not emulated", "All other operations of the two services."),
        M("Metrics", "What Prometheus collects."),
        R("Robustness", "Slow clients, many connections, little memory, wrong settings, a stop."),
        D("Documents", "The README and the documents are true.");

        private final String title;
        private final String sentence;

        Subject(String title, String sentence) {
            this.title = title;
            this.sentence = sentence;
        }

        String heading() {
            return name() + ": " + title;
        }

        String anchor() {
            return heading().toLowerCase(Locale.ROOT).replace(":", "").replace(' ', '-');
        }
    }

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
        Map<String, List<Entry>> rules = rules().stream().collect(Collectors.groupingBy(Entry::letter));
        return """
                # Fidelity

                What the emulator promises, on what evidence, and which tests would see it broken. This page is made from
                `src/test/resources/contract-rules.tsv` and from the tests. The build fails when it is out of date or a
                rule has no test.

                Evidence: **documented** in AWS's documentation or model, **observed** of the real service and written
                down publicly, or **decided** here because AWS is silent.

                %s

                %s

                ## Who hears what

                Which sockets an event reaches (rule W23). The table is made from `ChatEvent`, and `AudienceTest` plays each
                event. Messages and files reach every participant, and the transcript keeps them. The prefix of the content
                types is `application/vnd.amazonaws.connect.event.`.

                | Event | Reaches the sockets of | In the transcript |
                |---|---|---|
                %s
                """.formatted(contents(), sections(rules, tests), events());
    }

    private static String contents() {
        return Arrays.stream(Subject.values())
                        .map(subject -> "* [%s](#%s)".formatted(subject.heading(), subject.anchor()))
                        .collect(Collectors.joining("\n"))
                + "\n* [Who hears what](#who-hears-what)";
    }

    private static String sections(Map<String, List<Entry>> rules, Map<String, Set<String>> tests) {
        assertThat(rules.keySet())
                .as("every letter of a rule has a section")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Subject.values()).map(Subject::name).toList());
        return Arrays.stream(Subject.values())
                .map(subject -> section(subject, rules.get(subject.name()), tests))
                .collect(Collectors.joining("\n\n"));
    }

    private static String section(Subject subject, List<Entry> unsorted, Map<String, Set<String>> tests) {
        List<Entry> rules =
                unsorted.stream().sorted(Comparator.comparingInt(Entry::number)).toList();
        return """
                ## %s

                %s

                | Rule | What holds | Evidence |
                |---|---|---|
                %s

                <details><summary>Tests of these rules</summary>

                %s

                </details>""".formatted(
                subject.heading(),
                subject.sentence,
                lines(rules, rule -> "| %s | %s | %s |".formatted(rule.id(), rule.statement(), rule.evidence())),
                lines(rules, rule -> "* %s: %s".formatted(rule.id(), listed(tests.get(rule.id())))));
    }

    private static String lines(List<Entry> rules, Function<Entry, String> line) {
        return rules.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String listed(@Nullable Set<String> tests) {
        return tests == null
                ? "none"
                : tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining(",\n  "));
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
