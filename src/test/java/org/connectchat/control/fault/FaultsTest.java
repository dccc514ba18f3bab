package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows that faults hit calls as often as the test asks, with the errors of the service. */
class FaultsTest {

    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=100000");

    private static final FaultClient FAULTS = new FaultClient(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void removeFaultsAndCalls() {
        FAULTS.removeAll();
        assertThat(EMULATOR.send("DELETE", "/_emulator/calls", null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "InternalServiceException, 500",
        "LimitExceededException, 429",
        "TooManyRequestsException, 429",
        "ThrottlingException, 429",
        "ResourceNotFoundException, 404",
        "AccessDeniedException, 403"
    })
    @Rule("C7")
    void aCallGetsAnyErrorOfItsService(String code, int status) {
        FAULTS.add("""
            {"operation": "StartChatContact", "count": 1, "effect": {"type": "ERROR", "errorCode": "%s"}}\
            """.formatted(code));

        Answer struck = EMULATOR.start(Emulator.SMALLEST_START);
        Answer next = EMULATOR.start(Emulator.SMALLEST_START);

        assertThat(struck.outcome()).isEqualTo(status + " " + code);
        assertThat(struck.message()).matches("Injected by fault-[0-9]+");
        assertThat(next.status()).isEqualTo(200);
    }

    @Test
    @Rule("C7")
    void theParticipantServiceHasItsOwnErrors() {
        Chat chat = Chat.start(EMULATOR);
        chat.customer().connectionToken();
        FAULTS.add("""
            {"effect": {"type": "ERROR", "errorCode": "InternalServerException", "message": "Oh dear"}}\
            """);

        Answer struck = chat.customer().send("""
            {"ContentType": "text/plain", "Content": "Hello"}\
            """);

        assertThat(struck.outcome()).isEqualTo("500 InternalServerException");
        assertThat(struck.text("message")).isEqualTo("Oh dear");
        assertThat(EMULATOR.describe("an-instance", chat.contactId()).status())
                .as("the other service does not know this error")
                .isEqualTo(200);
    }

    @Test
    @Rule("C7")
    void theWidgetGetsTheErrorInItsEnvelopeAndAStatusMayBeChosen() {
        FAULTS.add("""
            {"operation": "StartChatContact", "effect":
              {"type": "ERROR", "errorCode": "InternalServiceException", "status": 503}}\
            """);

        Answer struck = EMULATOR.send("POST", "/start-chat", Emulator.SMALLEST_START);

        assertThat(struck.outcome()).isEqualTo("503 InternalServiceException");
        assertThat(struck.json().at("/data/Error/statusCode").asInt()).isEqualTo(503);
    }

    @Test
    @Rule("C7")
    void onlyCallsOfThatInstanceOrContactAreStruck() {
        Chat chat = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        FAULTS.add("""
            {"instanceId": "bad", "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """);
        FAULTS.add("""
            {"contactId": "%s", "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}\
            """.formatted(chat.contactId()));

        assertThat(EMULATOR.start(Emulator.SMALLEST_START.replace("an-instance", "bad"))
                        .status())
                .isEqualTo(500);
        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(EMULATOR.describe("an-instance", chat.contactId()).outcome()).isEqualTo("429 ThrottlingException");
        assertThat(chat.customer().connection("{\"Type\": [\"WEBSOCKET\"]}").outcome())
                .isEqualTo("429 ThrottlingException");
        assertThat(EMULATOR.describe("an-instance", other.contactId()).status()).isEqualTo(200);
    }

    @Test
    @Rule("C7")
    void aStruckCallHasDoneNothingUnlessTheFaultComesAfter() {
        Chat chat = Chat.start(EMULATOR);
        FAULTS.add("""
            {"operation": "StopContact", "count": 1,
             "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """);
        assertThat(EMULATOR.stop("an-instance", chat.contactId()).status()).isEqualTo(500);
        assertThat(chat.description().has("DisconnectTimestamp")).isFalse();

        FAULTS.add("""
            {"operation": "StopContact", "count": 1, "when": "AFTER",
             "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """);
        assertThat(EMULATOR.stop("an-instance", chat.contactId()).status()).isEqualTo(500);
        assertThat(chat.description().has("DisconnectTimestamp")).isTrue();
    }

    @Test
    @Rule("C7")
    void aRepeatedStartWhoseResponseWasLostGetsTheSameChat() {
        String start = Emulator.SMALLEST_START.replace("{\"Inst", "{\"ClientToken\": \"again\", \"Inst");
        FAULTS.add("""
            {"operation": "StartChatContact", "count": 1, "when": "AFTER", "effect": {"type": "RESET"}}\
            """);

        assertThatThrownBy(() -> EMULATOR.start(start)).isInstanceOf(UncheckedIOException.class);
        Answer repeated = EMULATOR.start(start);

        JsonNode lost = calls().get(0);
        assertThat(repeated.text("ContactId")).isEqualTo(lost.path("contactId").asString());
        assertThat(lost.path("faultId").asString()).startsWith("fault-");
        assertThat(lost.has("status")).isFalse();
        assertThat(lost.has("errorCode")).isFalse();
    }

    @Test
    @Rule("C7")
    void aStruckCallIsInTheJournalWithItsErrorAndItsFault() {
        String id = FAULTS.add("""
            {"effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """).text("id");

        EMULATOR.start(Emulator.SMALLEST_START);

        assertThat(calls().get(0).path("errorCode").asString()).isEqualTo("InternalServiceException");
        assertThat(calls().get(0).path("faultId").asString()).isEqualTo(id);
    }

    @Test
    @Rule("C7")
    void aLatencyDelaysAnErrorToo() {
        String latency = FAULTS.add("""
            {"effect": {"type": "LATENCY", "delay": "1ms"}}\
            """).text("id");
        FAULTS.add("""
            {"effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """);

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(500);

        assertThat(FAULTS.hits(latency)).isEqualTo(1);
    }

    @Test
    @Rule("C7")
    void hitsOfSimultaneousCallsAreCountedExactly() {
        String limited = FAULTS.add("""
            {"operation": "StopContact", "count": 33,
             "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """).text("id");
        String likely = FAULTS.add("""
            {"operation": "StopContact", "probability": 0.5,
             "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}\
            """).text("id");

        List<Answer> answers = Simultaneously.call(100, number -> EMULATOR.stop("an-instance", "nobody"));

        assertThat(answers.stream().filter(answer -> answer.status() == 500)).hasSize(33);
        assertThat(FAULTS.hits(limited)).isEqualTo(33);
        assertThat(FAULTS.hits(likely)).isEqualTo((int)
                answers.stream().filter(answer -> answer.status() == 429).count());
    }

    @Test
    @Rule("C7")
    void aFaultWithProbabilityZeroHitsNothing() {
        String never = FAULTS.add("""
            {"probability": 0, "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}\
            """).text("id");

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(FAULTS.hits(never)).isZero();
    }

    private static JsonNode calls() {
        return EMULATOR.send("GET", "/_emulator/calls", null).json().path("calls");
    }
}
