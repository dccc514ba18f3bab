package org.connectchat.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows that the journal lists the calls that were made. */
class CallsTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void empty() {
        assertThat(EMULATOR.send("DELETE", "/_emulator/calls", null).status()).isEqualTo(204);
    }

    @Test
    @Rule("C5")
    void aCallIsListedWithItsDetails() {
        Answer started = EMULATOR.start(Emulator.SMALLEST_START);

        JsonNode call = calls("").get(0);

        assertThat(call.path("operation").asString()).isEqualTo("StartChatContact");
        assertThat(call.path("contactId").asString()).isEqualTo(started.text("ContactId"));
        assertThat(call.path("instanceId").asString()).isEqualTo("an-instance");
        assertThat(call.path("status").asInt()).isEqualTo(200);
        assertThat(call.path("requestId").asString()).isEqualTo(started.header("x-amzn-RequestId"));
        assertThat(call.path("time").asString()).endsWith("Z");
        assertThat(call.path("duration").asString()).startsWith("PT");
        assertThat(call.at("/body/ParticipantDetails/DisplayName").asString()).isEqualTo("Ada");
        assertThat(call.has("errorCode")).isFalse();
    }

    @Test
    @Rule("C5")
    void aRefusedCallIsListedWithItsErrorCode() {
        EMULATOR.describe("an-instance", "nobody");

        JsonNode call = calls("").get(0);

        assertThat(call.path("operation").asString()).isEqualTo("DescribeContact");
        assertThat(call.path("status").asInt()).isEqualTo(404);
        assertThat(call.path("errorCode").asString()).isEqualTo("ResourceNotFoundException");
        assertThat(call.path("contactId").asString()).isEqualTo("nobody");
        assertThat(call.has("body")).isFalse();
    }

    @Test
    @Rule("C5")
    void tokensAndCustomerIdsAreNotShown() {
        EMULATOR.start("""
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
             "CustomerId": "secret-1", "ClientToken": "shown-1", "Attributes": {"AccessToken": "secret-2"},
             "Others": [{"ParticipantToken": {"x": "secret-3"}, "NextToken": "shown-2"}]}\
            """);

        String body = EMULATOR.send("GET", "/_emulator/calls", null).body();

        assertThat(body)
                .contains("shown-1", "shown-2", "\"CustomerId\":\"***\"")
                .doesNotContain("secret-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"this is secret | 14 bytes that are not a JSON object", "[1] | 3 bytes that are not a JSON object"
            })
    @Rule("C5")
    void aBodyThatIsNotAJsonObjectIsShownAsItsLength(String body, String note) {
        EMULATOR.start(body);

        JsonNode call = calls("").get(0);

        assertThat(call.has("body")).isFalse();
        assertThat(call.path("bodyNote").asString()).isEqualTo(note);
    }

    @Test
    @Rule("C5")
    void aLongBodyIsNotShown() {
        EMULATOR.start("{\"a\": \"" + "x".repeat(20_000) + "\"}");

        assertThat(calls("").get(0).path("bodyNote").asString()).contains("16384");
    }

    @Test
    @Rule("C5")
    void callsAreFiltered() {
        Chat one = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR, Emulator.SMALLEST_START.replace("an-instance", "another"));
        one.customer().say("Hello");
        one.stop();
        EMULATOR.stop("an-instance", "nobody");

        assertThat(calls("?operation=StopContact")).hasSize(2);
        assertThat(calls("?contactId=" + one.contactId())).hasSize(4);
        assertThat(calls("?contactId=" + other.contactId())).hasSize(1);
        assertThat(calls("?instanceId=another")).hasSize(1);
        assertThat(calls("?status=404")).hasSize(1);
        assertThat(calls("?errorCode=ResourceNotFoundException&operation=StopContact"))
                .hasSize(1);
        assertThat(calls("?operation=StopContact&status=200&instanceId=another"))
                .isEmpty();
        assertThat(EMULATOR.send("GET", "/_emulator/calls/count?operation=StopContact", null)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Rule("C5")
    void callsOfUnimplementedOperationsAreListedToo() {
        EMULATOR.send("POST", "/contact/pause", "{}");

        assertThat(calls("?operation=PauseContact").get(0).path("status").asInt())
                .isEqualTo(501);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/contact/pause|{\"InstanceId\": \"i\", \"ContactId\": \"c\", \"Tags\": {\"AccessToken\":"
                        + " \"secret\"}}|i|c",
                "POST|/contact/list-real-time-analysis-segments-v2/i/c?x=y||i|c",
                "POST|/contact/start-recording|{\"InstanceId\": \"arn:aws:connect:us-east-1:000000000000:instance/i\","
                        + " \"InitialContactId\": \"c\"}|i|c",
                "POST|/contacts/arn%3Aaws%3Aconnect%3Aus-east-1%3A000000000000%3Ainstance%2Fi/c/associate-user|{\"UserId\": \"u\"}|i|c",
                "GET|/users-summary/i||i|",
                "POST|/contact/pause|{\"ContactId\": \"c\"}||c",
                "POST|/contact/pause|{\"InstanceId\": 5, \"ContactId\": \"c\"}||",
                "POST|/contact/pause|not JSON||"
            })
    @Rule("C14")
    void aCallOfAnUnimplementedOperationIsListedWithItsDetails(
            String method, String path, String body, String instanceId, String contactId) {
        assertThat(EMULATOR.send(method, path, body).status()).isEqualTo(501);

        JsonNode call = calls("").get(0);

        assertThat(call.path("status").asInt()).isEqualTo(501);
        assertThat(call.path("instanceId").asStringOpt().orElse(null)).isEqualTo(instanceId);
        assertThat(call.path("contactId").asStringOpt().orElse(null)).isEqualTo(contactId);
        assertThat(call.has("body") || call.has("bodyNote")).isEqualTo(body != null);
        assertThat(call.toString()).doesNotContain("secret");
        assertThat(calls(instanceId == null ? "?status=501" : "?instanceId=" + instanceId))
                .hasSize(1);
    }

    @Test
    @Rule("C14")
    void aCallOfAnUnimplementedOperationBelongsToTheSessionOfItsContact() {
        Chat chat = Chat.start(EMULATOR);

        EMULATOR.send("POST", "/contact/pause", "{\"ContactId\": \"%s\"}".formatted(chat.contactId()));

        assertThat(calls("?operation=PauseContact&initialContactId=" + chat.contactId()))
                .hasSize(1);
    }

    @Test
    @Rule("C5")
    void callsArePagedByTheirNumbers() {
        for (int i = 0; i < 5; i++) {
            EMULATOR.stop("an-instance", "nobody-" + i);
        }

        JsonNode first = EMULATOR.send("GET", "/_emulator/calls?limit=3", null).json();
        JsonNode rest = EMULATOR.send(
                        "GET",
                        "/_emulator/calls?limit=3&since=" + first.path("next").asLong(),
                        null)
                .json();

        assertThat(first.path("calls").findValuesAsString("contactId"))
                .containsExactly("nobody-0", "nobody-1", "nobody-2");
        assertThat(rest.path("calls").findValuesAsString("contactId")).containsExactly("nobody-3", "nobody-4");
        assertThat(rest.has("next")).isFalse();
        assertThat(calls("?since=" + first.at("/calls/0/time").asString())).hasSize(5);
        assertThat(calls("?since=2999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    @Rule("C5")
    void aWrongQueryIsAProblemThatNamesTheParameter() {
        refused("?operation=startChatContact", "operation", "must be one of");
        refused("?status=ok", "status", "must be");
        refused("?status=7", "status", "100");
        refused("?since=yesterday", "since", "the number of a call, or an instant");
        refused("?limit=0", "limit", "1");
        refused("?Operation=StopContact", "Operation", "is unknown");
    }

    @Test
    @Rule("C5")
    void theJournalKeepsAtMostTheConfiguredNumberOfCalls() {
        try (Emulator small = Emulator.own("emulator.journal.max-calls=3")) {
            for (int i = 0; i < 5; i++) {
                small.stop("an-instance", "nobody-" + i);
            }

            assertThat(small.send("GET", "/_emulator/calls", null)
                            .json()
                            .path("calls")
                            .findValuesAsString("contactId"))
                    .containsExactly("nobody-2", "nobody-3", "nobody-4");
        }
    }

    @Test
    @Rule("C5")
    void controlCallsAndHealthChecksAreNotInTheJournal() {
        EMULATOR.send("GET", "/actuator/health", null);
        EMULATOR.send("GET", "/_emulator/clock", null);
        EMULATOR.send("GET", "/nothing", null);

        assertThat(calls("")).isEmpty();
    }

    private static void refused(String query, String field, String reason) {
        Answer answer = EMULATOR.send("GET", "/_emulator/calls" + query, null);

        problem(answer, 400, field + ": ");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asString()).contains(reason);
    }

    private static JsonNode calls(String query) {
        Answer answer = EMULATOR.send("GET", "/_emulator/calls" + query, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("calls");
    }
}
