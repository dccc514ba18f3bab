package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
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

/** Shows that things go wrong when a test says so, as often as it says, and in the way that the service would. */
class FaultsTest {

    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=100000");

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void nothingGoesWrong() {
        assertThat(EMULATOR.send("DELETE", "/_emulator/faults", null).status()).isEqualTo(204);
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
    void aCallIsAnsweredWithAnyErrorOfItsService(String code, int status) {
        fault("""
                {"operation": "StartChatContact", "count": 1, "effect": {"type": "ERROR", "errorCode": "%s"}}""".formatted(code));

        Answer struck = EMULATOR.start(Emulator.SMALLEST_START);
        Answer next = EMULATOR.start(Emulator.SMALLEST_START);

        assertThat(struck.outcome()).isEqualTo(status + " " + code);
        assertThat(struck.message()).startsWith("The control API's fault-");
        assertThat(next.status()).isEqualTo(200);
    }

    @Test
    @Rule("C7")
    void theParticipantServiceSaysItInItsOwnWords() {
        Chat chat = Chat.start(EMULATOR);
        chat.customer().connectionToken();
        fault("""
                {"effect": {"type": "ERROR", "errorCode": "InternalServerException", "message": "Oh dear"}}""");

        Answer struck = chat.customer().send("""
                {"ContentType": "text/plain", "Content": "Hello"}""");

        assertThat(struck.outcome()).isEqualTo("500 InternalServerException");
        assertThat(struck.text("message")).isEqualTo("Oh dear");
        assertThat(EMULATOR.describe("an-instance", chat.contactId()).status())
                .as("the other service does not know this error")
                .isEqualTo(200);
    }

    @Test
    @Rule("C7")
    void theWidgetIsToldInItsEnvelopeAndAStatusMayBeChosen() {
        fault("""
                {"operation": "StartChatContact", "effect":
                  {"type": "ERROR", "errorCode": "InternalServiceException", "status": 503}}""");

        Answer struck = EMULATOR.send("POST", "/start-chat", Emulator.SMALLEST_START);

        assertThat(struck.outcome()).isEqualTo("503 InternalServiceException");
        assertThat(struck.json().at("/data/Error/statusCode").asInt()).isEqualTo(503);
    }

    @Test
    @Rule("C7")
    void onlyCallsOfThatInstanceOrContactAreStruck() {
        Chat chat = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        fault("""
                {"instanceId": "bad", "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""");
        fault("""
                {"contactId": "%s", "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}""".formatted(chat.contactId()));

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
        fault("""
                {"operation": "StopContact", "count": 1,
                 "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""");
        assertThat(EMULATOR.stop("an-instance", chat.contactId()).status()).isEqualTo(500);
        assertThat(chat.description().has("DisconnectTimestamp")).isFalse();

        fault("""
                {"operation": "StopContact", "count": 1, "when": "AFTER",
                 "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""");
        assertThat(EMULATOR.stop("an-instance", chat.contactId()).status()).isEqualTo(500);
        assertThat(chat.description().has("DisconnectTimestamp")).isTrue();
    }

    @Test
    @Rule("C7")
    void whoeverRepeatsAStartWhoseAnswerWasLostGetsTheSameChat() {
        String start = Emulator.SMALLEST_START.replace("{\"Inst", "{\"ClientToken\": \"again\", \"Inst");
        fault("""
                {"operation": "StartChatContact", "count": 1, "when": "AFTER", "effect": {"type": "RESET"}}""");

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
        String id = fault("""
                {"effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""").text("id");

        EMULATOR.start(Emulator.SMALLEST_START);

        assertThat(calls().get(0).path("errorCode").asString()).isEqualTo("InternalServiceException");
        assertThat(calls().get(0).path("faultId").asString()).isEqualTo(id);
    }

    @Test
    @Rule("C7")
    void aLatencyDelaysAndGoesTogetherWithAnError() {
        String latency = fault("""
                {"effect": {"type": "LATENCY", "delay": "1ms"}}""").text("id");
        fault("""
                {"effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""");

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(500);

        assertThat(strikes(latency)).isEqualTo(1);
    }

    @Test
    @Rule("C7")
    void strikesAreCountedExactlyThoughManyCallsComeAtOnce() {
        String limited = fault("""
                {"operation": "StopContact", "count": 33,
                 "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""").text("id");
        String likely = fault("""
                {"operation": "StopContact", "probability": 0.5,
                 "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}""").text("id");

        List<Answer> answers = Simultaneously.call(100, number -> EMULATOR.stop("an-instance", "nobody"));

        assertThat(answers.stream().filter(answer -> answer.status() == 500)).hasSize(33);
        assertThat(strikes(limited)).isEqualTo(33);
        assertThat(strikes(likely)).isEqualTo((int)
                answers.stream().filter(answer -> answer.status() == 429).count());
    }

    @Test
    @Rule("C7")
    void nothingStrikesAtProbabilityZero() {
        String never = fault("""
                {"probability": 0, "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""").text("id");

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(strikes(never)).isZero();
    }

    @Test
    @Rule("C7")
    void faultsAreListedAndRemovedByTheirIds() {
        Answer one = fault("""
                {"operation": "StopContact", "instanceId": "i", "contactId": "c", "probability": 0.25, "count": 7,
                 "ttl": "1h", "when": "AFTER", "effect": {"type": "LATENCY", "delay": "PT1S"}}""");
        Answer other = fault("{\"effect\": {\"type\": \"RESET\"}}");
        JsonNode read = get(one.text("id")).json();

        assertThat(read.path("operation").asString()).isEqualTo("StopContact");
        assertThat(read.path("probability").asDouble()).isEqualTo(0.25);
        assertThat(read.path("count").asInt()).isEqualTo(7);
        assertThat(read.path("when").asString()).isEqualTo("AFTER");
        assertThat(read.path("ttl").asString()).startsWith("PT59M");
        assertThat(read.at("/effect/delay").asString()).isEqualTo("PT1S");
        assertThat(list().findValuesAsString("id")).containsExactly(one.text("id"), other.text("id"));
        assertThat(EMULATOR.send("DELETE", "/_emulator/faults/" + one.text("id"), null)
                        .status())
                .isEqualTo(204);
        assertThat(list().findValuesAsString("id")).containsExactly(other.text("id"));
        problem(get(one.text("id")), 404, "There is no fault " + one.text("id"));
        problem(EMULATOR.send("DELETE", "/_emulator/faults/" + one.text("id"), null), 404, "There is no fault");
    }

    @Test
    @Rule("C7")
    void aFaultWhoseTimeIsOverIsGone() {
        fault("{\"ttl\": \"PT0.000000001S\", \"effect\": {\"type\": \"RESET\"}}");

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | effect | is required",
                "{'effect': {}} | effect.type | is required",
                "{'effect': {'type': 'EXPLOSION'}} | effect.type | must be one of",
                "{'effect': {'type': 'ERROR'}} | effect.errorCode | is required",
                "{'effect': {'type': 'ERROR', 'errorCode': 'Oops'}} | effect.errorCode | must be one of AccessDeniedException",
                "{'operation': 'SendMessage', 'effect': {'type': 'ERROR', 'errorCode': 'InternalServiceException'}}"
                        + " | effect.errorCode | InternalServerException",
                "{'effect': {'type': 'ERROR', 'errorCode': 'ThrottlingException', 'status': 200}} | effect.status | 400",
                "{'effect': {'type': 'LATENCY'}} | effect.delay | is required",
                "{'effect': {'type': 'LATENCY', 'delay': '6m'}} | effect.delay | at most PT5M",
                "{'effect': {'type': 'LATENCY', 'delay': 5}} | effect.delay | must be a duration",
                "{'effect': {'type': 'RESET', 'errorCode': 'ThrottlingException'}} | effect.errorCode | is for ERROR alone",
                "{'operation': 'Nothing', 'effect': {'type': 'RESET'}} | operation | must be one of",
                "{'probability': 1.5, 'effect': {'type': 'RESET'}} | probability | 1",
                "{'count': 0, 'effect': {'type': 'RESET'}} | count | 1",
                "{'ttl': 'soon', 'effect': {'type': 'RESET'}} | ttl | must be a duration",
                "{'when': 'NEVER', 'effect': {'type': 'RESET'}} | when | must be one of",
                "{'operation': 'SendMessage', 'effect': {'type': 'DROP_SOCKET'}} | operation | must not be given",
                "{'Operation': 'SendMessage', 'effect': {'type': 'RESET'}} | Operation | is unknown"
            })
    @Rule("C7")
    void whatIsNoFaultIsAProblemThatNamesTheField(String json, String field, String reason) {
        Answer answer = EMULATOR.send("POST", "/_emulator/faults", json.replace('\'', '"'));

        problem(answer, 400, reason);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(list()).isEmpty();
    }

    @Test
    @Rule("C7")
    void aSocketIsDroppedWithoutACloseFrameAndTheNextOneHoldsOn() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket first = chat.customer().join()) {
            String id = fault("""
                    {"contactId": "%s", "count": 1, "effect": {"type": "DROP_SOCKET"}}""".formatted(chat.contactId())).text("id");
            chat.customer().say("Hello");

            assertThat(first.closeCode()).isEqualTo(-1);
            assertThat(strikes(id)).isEqualTo(1);
        }
        try (ClientSocket second = chat.customer().join()) {
            chat.customer().say("Hello again");

            assertThat(second.nextItem("text/plain").path("Content").asString()).isEqualTo("Hello again");
        }
    }

    @Test
    @Rule("C7")
    void aSilentSocketStaysOpenUntilTheChatIsOverAndSaysNothing() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket socket = chat.customer().join()) {
            socket.itemsUpToNow();
            String id = fault("""
                    {"instanceId": "an-instance", "contactId": "%s", "count": 1, "effect": {"type": "SILENCE_SOCKET"}}""".formatted(chat.contactId())).text("id");
            chat.customer().say("Hello");
            chat.customer().say("Hello?");
            chat.stop();
            EMULATOR.send("POST", "/_emulator/clock/advance", "{\"by\": \"6s\"}");

            assertThat(socket.closeCode()).isEqualTo(1000);
            assertThat(socket.itemsUpToNow()).isEmpty();
            assertThat(strikes(id)).isEqualTo(1);
        }
    }

    @Test
    @Rule("C7")
    void theSocketsOfAChatAreDroppedAtOnce() {
        Chat chat = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        try (ClientSocket one = chat.customer().join();
                ClientSocket two = chat.customer().join();
                ClientSocket third = other.customer().join()) {
            Answer dropped = EMULATOR.send("POST", "/_emulator/contacts/" + chat.contactId() + "/sockets/drop", null);

            assertThat(dropped.json().path("dropped").asInt()).isEqualTo(2);
            assertThat(one.closeCode()).isEqualTo(-1);
            assertThat(two.closeCode()).isEqualTo(-1);
            other.customer().say("Still here");
            assertThat(third.nextItem("text/plain").path("Content").asString()).isEqualTo("Still here");
        }
    }

    @Test
    @Rule("C7")
    void nothingIsLeftOfADroppedSocket() {
        try (Emulator own = Emulator.own()) {
            Chat chat = Chat.start(own);
            try (ClientSocket one = chat.customer().join();
                    ClientSocket two = chat.customer().join()) {
                own.send("POST", "/_emulator/contacts/" + chat.contactId() + "/sockets/drop", null);
                one.closeCode();
                two.closeCode();

                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (openSockets(own) > 0 && System.nanoTime() < deadline) {
                    Thread.onSpinWait();
                }
                assertThat(openSockets(own)).isZero();
            }
        }
    }

    private static int openSockets(Emulator emulator) {
        return emulator.send("GET", "/actuator/prometheus", null)
                .body()
                .lines()
                .filter(line -> line.startsWith("connectchat_sockets_open "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }

    @Test
    @Rule("C7")
    void socketsOfNobodyAreNotFound() {
        problem(EMULATOR.send("POST", "/_emulator/contacts/nobody/sockets/drop", null), 404, "nobody");
    }

    private static Answer fault(String json) {
        Answer answer = EMULATOR.send("POST", "/_emulator/faults", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static Answer get(String id) {
        return EMULATOR.send("GET", "/_emulator/faults/" + id, null);
    }

    private static int strikes(String id) {
        return get(id).json().path("strikes").asInt(-1);
    }

    private static JsonNode list() {
        return EMULATOR.send("GET", "/_emulator/faults", null).json().path("faults");
    }

    private static JsonNode calls() {
        return EMULATOR.send("GET", "/_emulator/calls", null).json().path("calls");
    }
}
