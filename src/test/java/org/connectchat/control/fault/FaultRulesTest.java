package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows how faults are added, listed and removed, and which are refused. */
class FaultRulesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");
    private static final FaultClient FAULTS = new FaultClient(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void removeFaults() {
        FAULTS.removeAll();
    }

    @Test
    @Rule("C7")
    void faultsAreListedAndRemovedByTheirIds() {
        Answer one = FAULTS.add("""
            {"operation": "StopContact", "instanceId": "i", "contactId": "c", "probability": 0.25, "count": 7,
             "ttl": "1h", "when": "AFTER", "effect": {"type": "LATENCY", "delay": "PT1S"}}\
            """);
        Answer other = FAULTS.add("{\"effect\": {\"type\": \"RESET\"}}");
        JsonNode read = FAULTS.get(one.text("id")).json();

        assertThat(read.path("operation").asString()).isEqualTo("StopContact");
        assertThat(read.path("probability").asDouble()).isEqualTo(0.25);
        assertThat(read.path("count").asInt()).isEqualTo(7);
        assertThat(read.path("when").asString()).isEqualTo("AFTER");
        assertThat(read.path("ttl").asString()).startsWith("PT59M");
        assertThat(read.at("/effect/delay").asString()).isEqualTo("PT1S");
        assertThat(FAULTS.list().findValuesAsString("id")).containsExactly(one.text("id"), other.text("id"));
        assertThat(EMULATOR.send("DELETE", "/_emulator/faults/" + one.text("id"), null)
                        .status())
                .isEqualTo(204);
        assertThat(FAULTS.list().findValuesAsString("id")).containsExactly(other.text("id"));
        problem(FAULTS.get(one.text("id")), 404, "There is no fault " + one.text("id"));
        problem(EMULATOR.send("DELETE", "/_emulator/faults/" + one.text("id"), null), 404, "There is no fault");
    }

    @Test
    @Rule("C7")
    void aFaultIsRemovedAfterItsTime() {
        FAULTS.add("{\"ttl\": \"PT0.000000001S\", \"effect\": {\"type\": \"RESET\"}}");

        assertThat(EMULATOR.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(FAULTS.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | effect | is required",
                "{'effect': {}} | effect.type | is required",
                "{'effect': {'type': 'EXPLOSION'}} | effect.type | must be one of",
                "{'effect': {'type': 'ERROR'}} | effect.errorCode | is required",
                "{'effect': {'type': 'ERROR', 'errorCode': 'Oops'}} | effect.errorCode | must be one of"
                        + " AccessDeniedException",
                "{'operation': 'SendMessage', 'effect': {'type': 'ERROR', 'errorCode': 'InternalServiceException'}}"
                        + " | effect.errorCode | InternalServerException",
                "{'effect': {'type': 'ERROR', 'errorCode': 'ThrottlingException', 'status': 200}} | effect.status |"
                        + " 400",
                "{'effect': {'type': 'LATENCY'}} | effect.delay | is required",
                "{'effect': {'type': 'LATENCY', 'delay': '6m'}} | effect.delay | at most PT5M",
                "{'effect': {'type': 'LATENCY', 'delay': 5}} | effect.delay | must be a duration",
                "{'effect': {'type': 'RESET', 'errorCode': 'ThrottlingException'}} | effect.errorCode | is allowed"
                        + " only with ERROR",
                "{'operation': 'Nothing', 'effect': {'type': 'RESET'}} | operation | must be one of",
                "{'probability': 1.5, 'effect': {'type': 'RESET'}} | probability | 1",
                "{'count': 0, 'effect': {'type': 'RESET'}} | count | 1",
                "{'ttl': 'soon', 'effect': {'type': 'RESET'}} | ttl | must be a duration",
                "{'when': 'NEVER', 'effect': {'type': 'RESET'}} | when | must be one of",
                "{'operation': 'SendMessage', 'effect': {'type': 'DROP_SOCKET'}} | operation | is not allowed with"
                        + " DROP_SOCKET",
                "{'Operation': 'SendMessage', 'effect': {'type': 'RESET'}} | Operation | is unknown"
            })
    @Rule("C7")
    void aWrongFaultIsAProblemThatNamesTheField(String json, String field, String reason) {
        Answer answer = EMULATOR.send("POST", "/_emulator/faults", json.replace('\'', '"'));

        problem(answer, 400, reason);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(FAULTS.list()).isEmpty();
    }
}
