package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the line of a call in a structured log, in processes of their own because a JVM has one log. */
@SameOnEveryJdk
class StructuredLogTest {

    private static final Pattern CONTACT_ID = Pattern.compile("\"ContactId\":\"([^\"]+)\"");

    @ParameterizedTest
    @CsvSource({"ecs,''", "logstash,''", "gelf,_"})
    @Rule("V41")
    void theLineOfACallHasItsPartsAsFields(String format, String prefix, @TempDir Path directory) throws Exception {
        try (ChildEmulator emulator =
                ChildEmulator.start(directory, List.of(), "logging.structured.format.console=" + format)) {
            HttpResponse<String> started = emulator.send("PUT", "/contact/chat", Emulator.SMALLEST_START);
            HttpResponse<String> refused = emulator.send("PUT", "/contact/chat", "{}");
            HttpResponse<String> unknown = emulator.send("GET", "/nowhere", null);
            HttpResponse<String> noFile = emulator.send("GET", "/attachments/none", null);

            assertFields(line(emulator, started), prefix, "StartChatContact", contactId(started), "200");
            assertFields(line(emulator, refused), prefix, "StartChatContact", null, "400/InvalidRequestException");
            assertFields(line(emulator, unknown), prefix, null, null, "404/UnknownOperationException");
            assertThat(line(emulator, noFile).path(prefix + "outcome").asString())
                    .startsWith(noFile.statusCode() + "/");
            assertThat(line(emulator, started).toString())
                    .contains("operation=StartChatContact contact=" + contactId(started) + " outcome=200 requestId=");
        }
    }

    @Test
    @Rule("V41")
    void theLineAsTextHasNoFields(@TempDir Path directory) throws Exception {
        try (ChildEmulator emulator = ChildEmulator.start(directory, List.of())) {
            HttpResponse<String> started = emulator.send("PUT", "/contact/chat", Emulator.SMALLEST_START);

            assertThat(lineOf(emulator, started))
                    .matches("\\S+ INFO  calls - operation=StartChatContact contact=" + contactId(started)
                            + " outcome=200 requestId=" + requestId(started));
        }
    }

    private static void assertFields(JsonNode line, String prefix, String operation, String contact, String outcome) {
        assertThat(line.path(prefix + "operation").asString(null)).isEqualTo(operation);
        assertThat(line.path(prefix + "contact").asString(null)).isEqualTo(contact);
        assertThat(line.path(prefix + "outcome").asString(null)).isEqualTo(outcome);
        assertThat(line.has(prefix + "requestId")).isTrue();
    }

    private static JsonNode line(ChildEmulator emulator, HttpResponse<String> response) {
        return JsonMapper.shared().readTree(lineOf(emulator, response));
    }

    private static String lineOf(ChildEmulator emulator, HttpResponse<String> response) {
        return Awaitility.await()
                .until(
                        () -> emulator.output()
                                .lines()
                                .filter(line -> line.contains(requestId(response)))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }

    private static String requestId(HttpResponse<String> response) {
        return response.headers().firstValue("x-amzn-RequestId").orElseThrow();
    }

    private static String contactId(HttpResponse<String> started) {
        Matcher id = CONTACT_ID.matcher(started.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
