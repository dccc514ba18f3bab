package org.connectchat.control.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows that a test moves the emulator's time as it likes, and that whatever is due on the way has then happened. */
class ClockTest {

    private final Emulator emulator = Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.quotas.concurrent-active-chats=1000000",
            "emulator.region=eu-west-3");

    @AfterEach
    void backToRealTime() {
        post("resume", null);
        post("set", "{\"to\": \"" + Instant.now() + "\"}");
    }

    @Test
    @Rule("C4")
    void aFrozenClockShowsTheSameMomentUntilItIsResumed() {
        Instant frozen = now(worked(post("freeze", null)));

        assertThat(now(read())).isEqualTo(frozen);
        assertThat(read().text("mode")).isEqualTo("FROZEN");
        assertThat(worked(post("resume", null)).text("mode")).isEqualTo("SHIFTED");
        assertThat(now(read())).isAfter(frozen);
    }

    @Test
    @Rule("C4")
    void aFrozenClockIsAdvancedByExactlyTheStep() {
        Instant frozen = now(worked(post("freeze", null)));

        assertThat(now(worked(post("advance", "{\"by\": \"PT5M\"}")))).isEqualTo(frozen.plus(5, ChronoUnit.MINUTES));
        assertThat(now(worked(post("advance", "{\"by\": \"1500ms\"}")))).isEqualTo(frozen.plusMillis(301_500));
    }

    @Test
    @Rule("C4")
    void aRunningClockIsAheadByExactlyTheSteps() {
        Duration before = Duration.parse(read().text("offset"));
        post("advance", "{\"by\": \"2h\"}");

        Answer answer = worked(post("advance", "{\"by\": \"7d\"}"));

        assertThat(Duration.parse(answer.text("offset"))).isEqualTo(before.plusHours(7 * 24 + 2));
        assertThat(answer.text("mode")).isEqualTo("SHIFTED");
    }

    @Test
    @Rule("C4")
    void aChatWithoutAConnectionEndsWhileTheClockIsAdvanced() {
        post("freeze", null);
        Chat chat = Chat.start(emulator);
        Instant started = Instant.parse(read().text("now"));

        post("advance", "{\"by\": \"299s\"}");
        assertThat(chat.description().has("DisconnectReason")).isFalse();
        post("advance", "{\"by\": \"1d\"}");

        JsonNode contact = chat.description();
        assertThat(contact.path("DisconnectReason").asString()).isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        assertThat(Duration.between(started, disconnectedAt(contact)).abs())
                .isBetween(
                        Duration.ofMinutes(5).minusMillis(1),
                        Duration.ofMinutes(5).plusMillis(1));
    }

    @Test
    @Rule("C4")
    void theDateHeaderStaysReal() {
        Answer answer = worked(post("set", "{\"to\": \"2031-05-06T07:08:09Z\"}"));

        assertThat(answer.text("now")).startsWith("2031-05-06T07:08:0");
        Instant date = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(Duration.between(date, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    @Rule("C4")
    void theClockGoesBackWhereItIsToldTo() {
        post("freeze", null);

        Answer answer = worked(post("set", "{\"to\": \"1970-01-01T01:00:00+01:00\"}"));

        assertThat(answer.text("now")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(answer.text("offset")).startsWith("PT-");
    }

    @Test
    @Rule("C4")
    void manyStepsAtOnceAddUp() {
        Instant frozen = now(worked(post("freeze", null)));

        Simultaneously.call(20, number -> post("advance", "{\"by\": \"1h\"}"));

        assertThat(now(read())).isEqualTo(frozen.plus(20, ChronoUnit.HOURS));
    }

    @Test
    @Rule("C4")
    void chatsEndInOrderWhileTheClockIsAdvanced() {
        post("freeze", null);
        List<String> contacts = new ArrayList<>();
        for (int minutes : new int[] {600, 60, 1440, 120}) {
            Chat chat = Chat.start(emulator, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ChatDurationInMinutes": %d,
                 "ParticipantDetails": {"DisplayName": "Ada"}}\
                """.formatted(minutes));
            chat.customer().join();
            contacts.add(chat.contactId());
        }

        post("advance", "{\"by\": \"1440m\"}");

        Instant now = now(read());
        assertThat(contacts)
                .map(id -> Duration.between(
                                disconnectedAt(emulator.describe("an-instance", id)
                                        .json()
                                        .path("Contact")),
                                now)
                        .toMinutes())
                .containsExactly(840L, 1380L, 0L, 1320L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT5M", "PT0S", "5", "", "3651d", "PT99999999999H", "five minutes", "5 m", "P1Y"})
    @Rule("C4")
    void aStepThatIsNotADurationIsRefused(String by) {
        Answer answer = post("advance", "{\"by\": \"" + by + "\"}");

        problem(answer, 400, "by: must be a duration such as PT5M, 5m, 90s or 1500ms");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "tomorrow", "2026-01-05T10:00:00"})
    @Rule("C4")
    void aMomentThatIsNoneOrTooFarIsRefused(String to) {
        problem(post("set", "{\"to\": \"" + to + "\"}"), 400, "to: must be an instant such as 2026-01-05T10:00:00Z");
    }

    @Test
    @Rule("C4")
    void theClockIsNotMovedBeyondTheYear9979() {
        post("freeze", null);
        post("set", "{\"to\": \"9979-12-31T00:00:00Z\"}");

        problem(post("advance", "{\"by\": \"2d\"}"), 400, "by: must not pass 9979-12-31T");
        problem(post("set", "{\"to\": \"9980-01-01T00:00:00Z\"}"), 400, "to: must not be later than 9979-12-31T");
        assertThat(read().text("now")).isEqualTo("9979-12-31T00:00:00Z");
    }

    @Test
    @Rule("R21")
    void atTheClocksEndEveryTimeHasAYearOfFourDigits() {
        try (Emulator own = Emulator.own(
                "emulator.chat.default-duration=3650d",
                "emulator.chat.connection-deadline=3650d",
                "emulator.attachments.upload-url-lifetime=7d",
                "emulator.chat.retention=3650d")) {
            own.send("POST", "/_emulator/clock/freeze", null);
            worked(own.send("POST", "/_emulator/clock/set", "{\"to\": \"9979-12-31T23:59:59.999999999Z\"}"));
            Chat chat = Chat.start(own);
            String said = chat.addBot().connection("""
                {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}\
                """).body()
                    + chat.createParticipant("{}").body()
                    + chat.customer().connection("""
                        {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}\
                        """).body()
                    + chat.customer().call("start-attachment-upload", """
                        {"ContentType": "text/plain", "AttachmentSizeInBytes": 1, "AttachmentName": "a.txt",
                         "ClientToken": "c"}\
                        """).body()
                    + chat.customer().say("the last words").body()
                    + own.send("GET", "/_emulator/contacts/" + chat.contactId(), null)
                            .body();

            assertThat(said).contains("Expiry", "9979-12-31T", "998").doesNotContain("+1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                     | The request body is not a valid JSON object: line 1, column",
                "{\"by\": \"5m\",}     | The request body is not a valid JSON object: line 1, column",
                "{\"by\": \"5m\"} {}   | The request body must be one JSON object",
                "{\"by\": \"5m\", \"by\": \"6m\"} | The request body is not a valid JSON object",
                "null                  | The request body is missing",
                "[]                    | The request body must be one JSON object",
                "\"5m\"                | The request body must be one JSON object",
                "{}                    | by: is required",
                "{\"by\": null}        | by: is required",
                "{\"by\": 5}           | by: must be a duration",
                "{\"by\": [\"5m\"]}    | by: must be a duration",
                "{\"by\": \"5m\", \"unit\": 1} | unit: is unknown; known are by",
                "{\"By\": \"5m\"}      | By: is unknown; known are by",
            })
    @Rule("C4")
    void aWrongBodyIsExplained(String body, String detail) {
        problem(post("advance", body), 400, detail);
    }

    private Answer read() {
        return emulator.send("GET", "/_emulator/clock", null);
    }

    private Answer post(String action, String json) {
        return emulator.send("POST", "/_emulator/clock/" + action, json);
    }

    private static Answer worked(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Instant now(Answer clock) {
        return Instant.parse(clock.text("now"));
    }

    private static Instant disconnectedAt(JsonNode contact) {
        return Instant.ofEpochMilli(
                Math.round(contact.path("DisconnectTimestamp").asDouble() * 1000));
    }
}
