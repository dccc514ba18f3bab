package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills the small heap of a process of its own, that of {@code -Dheap}, in the ways that ended it before. */
class SmallHeapTest {

    private static final String FULL = "The memory for chats is full";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    private ChildEmulator emulator;

    @BeforeEach
    void start() {
        emulator = ChildEmulator.start(
                directory,
                List.of("-Xmx" + System.getProperty("heap", "64m")),
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=1000000",
                "emulator.contact-events.max-kept=0", // they share the memory, of which the tests count the bytes for
                // chats
                "logging.level.org.connectchat.calls=warn");
    }

    @AfterEach
    void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    @Rule("R13")
    void chatsWithLargeAttributesEndInRefusals() throws Exception {
        String start = """
                {"InstanceId": "i", "ContactFlowId": "f", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": {"a": "%s"}}""".formatted("x".repeat(30_000));
        List<String> chats = new ArrayList<>();
        HttpResponse<String> answer = emulator.send("PUT", "/contact/chat", start);
        while (answer.statusCode() == 200 && chats.size() < 5_000) {
            chats.add(JSON.readTree(answer.body()).path("ContactId").asString());
            answer = emulator.send("PUT", "/contact/chat", start);
        }

        assertRefused(answer, "LimitExceededException");
        for (int i = 0; i < 20; i++) {
            assertRefused(emulator.send("PUT", "/contact/chat", start), "LimitExceededException");
        }
        assertThat(emulator.output().lines().filter(line -> line.contains(FULL)))
                .singleElement()
                .asString()
                .contains("WARN", "-Xmx");
        for (String chat : chats) {
            assertThat(emulator.send("GET", "/contact/attributes/i/" + chat, null)
                            .body())
                    .hasSizeGreaterThan(30_000);
        }
        for (String chat : chats.subList(0, 20)) {
            assertThat(stop(chat).statusCode()).isEqualTo(200);
        }
        int startedAfterwards = 0;
        answer = emulator.send("PUT", "/contact/chat", start);
        while (answer.statusCode() == 200 && startedAfterwards < 5_000) {
            startedAfterwards++;
            answer = emulator.send("PUT", "/contact/chat", start);
        }
        assertThat(startedAfterwards).as("the ended chats make place").isBetween(20, chats.size() / 2);
        assertRefused(answer, "LimitExceededException");
        assertMemoryIsFreeAfterReset();
    }

    @Test
    @Rule("R13")
    void oneChatThatNeverStopsTalkingEndsInRefusals() throws Exception {
        HttpResponse<String> started = emulator.send("PUT", "/contact/chat", Emulator.SMALLEST_START);
        JsonNode chat = JSON.readTree(started.body());
        String token = connectionToken(chat.path("ParticipantToken").asString());
        String message = "{\"ContentType\": \"text/plain\", \"Content\": \"" + "x".repeat(1_000) + "\"}";
        Set<String> said = new HashSet<>();
        HttpResponse<String> answer = participant("message", token, message);
        while (answer.statusCode() == 200 && said.size() < 100_000) {
            said.add(JSON.readTree(answer.body()).path("Id").asString());
            answer = participant("message", token, message);
        }

        assertRefused(answer, "ThrottlingException");
        assertThat(said).hasSizeGreaterThan(1_000);
        assertThat(idsInTranscript(token)).containsAll(said);
        assertThat(emulator.send("PUT", "/contact/chat", Emulator.SMALLEST_START)
                        .statusCode())
                .as("others have the other half")
                .isEqualTo(200);
        assertThat(participant("disconnect", token, "{}").statusCode()).isEqualTo(200);
        assertThat(emulator.send(
                                "GET",
                                "/contacts/an-instance/"
                                        + chat.path("ContactId").asString(),
                                null)
                        .body())
                .contains("CUSTOMER_DISCONNECT");
        assertMemoryIsFreeAfterReset();
    }

    private Set<String> idsInTranscript(String token) throws Exception {
        Set<String> ids = new HashSet<>();
        String next = "";
        do {
            String body = "{\"MaxResults\": 100" + (next.isEmpty() ? "" : ", \"NextToken\": \"" + next + "\"") + "}";
            JsonNode page = JSON.readTree(participant("transcript", token, body).body());
            page.path("Transcript").forEach(item -> ids.add(item.path("Id").asString()));
            next = page.path("NextToken").asString("");
        } while (!next.isEmpty());
        return ids;
    }

    private String connectionToken(String participantToken) throws Exception {
        return JSON.readTree(participant("connection", participantToken, "{\"Type\": [\"CONNECTION_CREDENTIALS\"]}")
                        .body())
                .at("/ConnectionCredentials/ConnectionToken")
                .asString();
    }

    private HttpResponse<String> participant(String operation, String token, String body) throws Exception {
        return emulator.send("POST", "/participant/" + operation, body, "X-Amz-Bearer", token);
    }

    private HttpResponse<String> stop(String contactId) throws Exception {
        return emulator.send("POST", "/contact/stop", "{\"InstanceId\": \"i\", \"ContactId\": \"" + contactId + "\"}");
    }

    private static void assertRefused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(error);
        assertThat(answer.body()).contains("emulator's memory", "-Xmx");
    }

    private void assertMemoryIsFreeAfterReset() throws Exception {
        assertThat(emulator.send("POST", "/_emulator/reset", null).statusCode()).isEqualTo(200);
        assertThat(emulator.send("GET", "/actuator/prometheus", null).body())
                .containsPattern("(?m)^connectchat_memory_used 0(\\.0)?$")
                .containsPattern("(?m)^connectchat_memory_limit [1-9]");
    }
}
