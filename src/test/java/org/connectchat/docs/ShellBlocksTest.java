package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Terminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.function.SingletonSupplier;

/**
 * Follows the README and the documents word for word: runs their shell blocks as they are printed, in an order that
 * differs from run to run ({@code -Dblocks.seed} repeats one), and looks for what the text says that they print.
 */
@SameOnEveryJdk
class ShellBlocksTest {

    /** What a block prints, as regular expressions, in this order. */
    private static final Map<String, List<String>> PRINTED = Map.ofEntries(
            prints(
                    "README.md: The first chat, 1",
                    "\"ContactId\":\"[-0-9a-f]{36}\"",
                    "\"ParticipantToken\":\"[^\"]{612}\""),
            prints(
                    "README.md: The first chat, 2",
                    "\"id\":\"[-0-9a-f]{36}\"",
                    "\"state\":\"ACTIVE\"",
                    "\"content\":\"How can I help\\?\""),
            prints("README.md: Clients, 1", "\"ContactId\": \"[-0-9a-f]{36}\""),
            prints("docs/clients.md: AWS CLI, 1", "\"Contact\": \\{", "\"DisconnectReason\": \"API\""),
            prints("docs/clients.md: An agent talks back, 1", "\"id\":\"[-0-9a-f]{36}\""),
            prints("docs/clients.md: ChatJS of an agent, 1"),
            prints("docs/clients.md: A bot, 1", "\"AbsoluteTime\"", "\"Content\": \"How can I help\\?\""),
            prints("docs/clients.md: The chat widget, 1", "\"id\":\"[-0-9a-f]{36}\""),
            prints(
                    "docs/cookbook.md: Start a chat, read it, end it, 1",
                    "\"Contact\":\\{",
                    "\\{\\}",
                    "\"DisconnectTimestamp\":.*\"DisconnectReason\":\"API\""),
            prints(
                    "docs/cookbook.md: The five-minute rule, in a millisecond, 1",
                    "\"DisconnectReason\":\"CUSTOMER_CONNECTION_NOT_ESTABLISHED\""),
            prints(
                    "docs/cookbook.md: A clock that stands still, and another date, 1",
                    "\"mode\":\"FROZEN\"",
                    "\"initiatedAt\":\"2030-01-06T10:00:00Z\"",
                    "\"mode\":\"SHIFTED\""),
            prints(
                    "docs/cookbook.md: The other faults, 1",
                    "\\d+[.,]\\d+ s",
                    "The connection was reset\\.",
                    "\"faults\":\\[",
                    "\"DROP_SOCKET\"",
                    "\"SILENCE_SOCKET\""),
            prints(
                    "docs/cookbook.md: An agent types, reads and sends a file, 1",
                    "message.metadata",
                    "event.typing",
                    "\"AttachmentName\":\"hours.txt\""),
            prints("docs/console.md: Follow events yourself, 1", "event: contact", "event: changed"),
            prints("docs/cookbook.md: Restart without loss, 1", "\"chats\":1", "\"state\":\"ACTIVE\""),
            prints("docs/cookbook.md: A customer without a socket, 1", "\"state\":\"ACTIVE\"", "\"present\":true"),
            prints(
                    "docs/cookbook.md: A 429, and the SDK's retry, 1",
                    "\"ContactId\": \"[-0-9a-f]{36}\"",
                    "\\{\"count\":2\\}",
                    "\\{\"count\":1\\}"),
            prints(
                    "docs/cookbook.md: The quota, 1",
                    "\"ContactId\":\"[-0-9a-f]{36}\"",
                    "LimitExceededException|quota of 1 "),
            prints(
                    "docs/cookbook.md: A throttle and a quota of one instance, 1",
                    "\"ContactId\":\"[-0-9a-f]{36}\"",
                    "Too Many Requests",
                    "\"ContactId\":\"[-0-9a-f]{36}\"",
                    "\\{\"chats\":1\\}"),
            prints(
                    "docs/cookbook.md: A dropped socket, and the reconnect, 1",
                    "\\{\"dropped\":1\\}",
                    "The socket is gone\\."),
            prints(
                    "docs/cookbook.md: Hand a chat over, 1",
                    "\"contacts\":\\[\\{",
                    "\"state\":\"ENDED\"",
                    "\"contactId\":",
                    "\"state\":\"ACTIVE\""),
            prints(
                    "docs/cookbook.md: A wait of a flow, in a millisecond, 1",
                    "\"identifier\":\"end\"",
                    "\"DisconnectReason\":\"CONTACT_FLOW_DISCONNECT\""),
            prints(
                    "docs/cookbook.md: Which calls were made, 1",
                    "\"operation\":\"StartChatContact\"",
                    "\"status\":200",
                    "\"operation\":\"StartChatContact\"",
                    "\"instanceId\":\"my-instance\""),
            prints(
                    "docs/events.md: Assert contact events, 1",
                    "\"eventType\":\"COMPLETED\"",
                    "\"eventType\":\"INITIATED\"",
                    "\\{\"count\":1\\}"),
            prints("docs/operating.md: Health, 1", "\"version\":\"[^\"]+\""),
            prints("docs/flows.md: Lex bots, 1", "\"outcome\":\"OrderFlowers\"", "\"content\":\"7 flowers\\.\""),
            prints("docs/flows.md: Where flows come from, 2", "\"ContactFlowId\": \"[-0-9a-f]{36}\""));

    /** Blocks that talk to the chat of a page, which has to be open. */
    private static final Set<String> WITH_A_CHAT = Set.of(
            "docs/clients.md: An agent talks back, 1",
            "docs/clients.md: ChatJS of an agent, 1",
            "docs/clients.md: The chat widget, 1");

    /** Blocks that start an emulator; other methods of this class run them. */
    private static final Set<String> STARTS = Set.of(
            "README.md: Start it, 2",
            "README.md: Start it, 3",
            "docs/flows.md: Try one, 1",
            "docs/flows.md: Try one, 2",
            "docs/flows.md: Where flows come from, 1",
            "docs/operating.md: TLS, 1",
            "docs/operating.md: TLS, 2",
            "docs/performance.md: A long step of the clock, 1",
            "docs/performance.md: A long step of the clock, 2");

    /** Blocks that no test runs, and why. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "README.md: Start it, 1", "it builds an image, which takes Docker and minutes",
            "docs/clients.md: ChatJS, 1",
                    "it fetches ChatJS; the profile chatjs runs the page with versions that it pins",
            "docs/testing.md: Get the jar, 1", "it fills the local repository of Maven, and takes a build of its own");

    /** Asked once: the CLI takes a second to say its version. */
    private static final BooleanSupplier HAS_AWS_CLI =
            SingletonSupplier.of(() -> Terminal.has("aws", "--version"))::obtain;

    private static final Emulator EMULATOR = Emulator.own();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @Test
    @Rule("D1")
    void itIsKnownOfEveryBlockWhatItPrintsOrWhyItIsNotRun() {
        Set<String> known = new TreeSet<>(PRINTED.keySet());
        known.addAll(STARTS);
        known.addAll(NOT_RUN.keySet());

        assertThat(CodeBlock.ofLanguage("sh").stream().map(CodeBlock::name)).containsExactlyInAnyOrderElementsOf(known);
    }

    @TestFactory
    @Rule("D1")
    Stream<DynamicTest> everyBlockRunsAsPrintedInAnyOrder() {
        assumeTrue(Terminal.has("bash", "-c", "command -v curl sed grep"), "bash or curl is not installed here");
        long seed = Long.getLong("blocks.seed", System.nanoTime());
        List<CodeBlock> blocks = CodeBlock.ofLanguage("sh").stream()
                .filter(block -> PRINTED.containsKey(block.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(blocks, new Random(seed));
        return blocks.stream().map(block -> dynamicTest(block.name() + " (seed " + seed + ")", () -> follow(block)));
    }

    private void follow(CodeBlock block) throws Exception {
        requireTools(block);
        if (WITH_A_CHAT.contains(block.name())) {
            EMULATOR.started(Emulator.SMALLEST_START);
        }
        try (Terminal terminal = new Terminal(folder)) {
            String printed = terminal.run(block.text().replace("localhost:8080", "localhost:" + EMULATOR.port()));

            assertInOrder(printed, PRINTED.get(block.name()));
        }
    }

    @Test
    @Rule("D1")
    void mavenAndTheJarStartTheEmulator() throws Exception {
        try (Terminal maven = new Terminal(folder);
                Terminal jar = new Terminal(folder)) {
            Path printedByMaven = maven.begin(block("README.md", "Start it", 2).text());
            Path printedByTheJar = jar.begin(block("README.md", "Start it", 3).text());

            assertThat(maven.awaitPort(printedByMaven)).isPositive();
            assertThat(jar.awaitPort(printedByTheJar)).isPositive();
        }
    }

    @Test
    @Rule({"D1", "D3"})
    void withACertificateItSpeaksTls() throws Exception {
        CodeBlock clients = block("docs/operating.md", "TLS", 2);
        requireTools(clients);
        try (Terminal server = new Terminal(folder);
                Terminal client = new Terminal(folder)) {
            String start = block("docs/operating.md", "TLS", 1).text();
            int port = server.start(start.replace("SERVER_PORT=8443", "SERVER_PORT=0"));

            String printed = client.run(clients.text().replace("localhost:8443", "localhost:" + port));

            assertInOrder(printed, List.of("\"status\":\"UP\"", "\"ContactId\": \"[-0-9a-f]{36}\""));
        }
    }

    @Test
    @Rule("D1")
    void theSupportDeskThatShipsTakesAChatToItsAgent() throws Exception {
        try (Terminal server = new Terminal(folder);
                Terminal client = new Terminal(folder)) {
            int port = server.start(block("docs/flows.md", "Try one", 1).text());
            String customer = block("docs/flows.md", "Try one", 2).text();

            String printed = client.run(customer.replace("localhost:8080", "localhost:" + port));

            assertInOrder(printed, List.of("\"outcome\":\"ChooseTopic\"", "\"identifier\":\"Transfer to the queue\""));
        }
    }

    @Test
    @Rule("D1")
    void aFolderOfFlowsIsServedAsPrinted() throws Exception {
        try (Terminal server = new Terminal(folder);
                Terminal client = new Terminal(folder)) {
            int port = server.start(
                    block("docs/flows.md", "Where flows come from", 1).text());

            String printed = client.run("curl -s http://localhost:" + port + "/contact-flows/my-instance/hello");

            assertInOrder(printed, List.of("MessageParticipant"));
        }
    }

    @Test
    @Rule("D1")
    void theCostOfALongStepIsMeasuredAsPrinted() throws Exception {
        try (Terminal server = new Terminal(folder);
                Terminal client = new Terminal(folder)) {
            int port = server.start(
                    block("docs/performance.md", "A long step of the clock", 1).text());
            String load =
                    block("docs/performance.md", "A long step of the clock", 2).text();

            // With a tenth of the chats: their starts are most of the time of this test.
            String printed = client.run(
                    load.replace("localhost:8080", "localhost:" + port).replace("seq 0 9999", "seq 0 999"));

            assertThat(printed).matches("\\d+[.,]\\d+ s\\n");
        }
    }

    private static CodeBlock block(String document, String heading, int number) {
        return CodeBlock.of(document, heading, number, "sh");
    }

    private static void requireTools(CodeBlock block) {
        if (block.text().contains("aws connect")) {
            assumeTrue(HAS_AWS_CLI.getAsBoolean(), "The AWS CLI is not installed here");
        }
    }

    private static void assertInOrder(String printed, List<String> patterns) {
        int from = 0;
        for (String pattern : patterns) {
            Matcher matcher = Pattern.compile(pattern).matcher(printed);
            assertThat(matcher.find(from))
                    .as("%s after character %d of: %s", pattern, from, printed)
                    .isTrue();
            from = matcher.end();
        }
        assertThat(printed).doesNotContain("command not found", "Traceback", "An error occurred");
    }

    private static Map.Entry<String, List<String>> prints(String name, String... patterns) {
        return Map.entry(name, List.of(patterns));
    }
}
