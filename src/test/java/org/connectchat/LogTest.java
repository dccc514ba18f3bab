package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that the log has one line for each call, and nothing that is a customer's or a secret. */
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

    private final Emulator emulator = Emulator.unthrottled().loggingCalls();

    @Test
    void eachCallHasOneLineWithOperationContactOutcomeAndRequestId(CapturedOutput log) throws InterruptedException {
        Answer started = emulator.start(Emulator.SMALLEST_START);
        String id = started.text("ContactId");

        assertLine(log, started, "StartChatContact", id, "200");
        assertLine(log, emulator.describe("an-instance", id), "DescribeContact", id, "200");
        assertLine(log, emulator.attributes("an-instance", id), "GetContactAttributes", id, "200");
        assertLine(
                log,
                emulator.send("POST", "/contact/attributes", """
                {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": {"a": "b"}}""".formatted(id)),
                "UpdateContactAttributes",
                id,
                "200");
        assertLine(log, emulator.stop("an-instance", id), "StopContact", id, "200");
        Answer fromWidget = emulator.send("POST", "/start-chat", Emulator.SMALLEST_START);
        assertLine(
                log,
                fromWidget,
                "StartChatContact",
                fromWidget.json().at("/data/startChatResult/ContactId").asString(),
                "200");
    }

    @Test
    void aRefusedCallHasItsErrorAsOutcome(CapturedOutput log) throws InterruptedException {
        assertLine(log, emulator.start("{}"), "StartChatContact", "-", "400", "InvalidRequestException");
        assertLine(
                log,
                emulator.start(Emulator.SMALLEST_START.replace("Ada", "")),
                "StartChatContact",
                "-",
                "400",
                "InvalidParameterException");
        assertLine(log, emulator.stop("i", "nobody"), "StopContact", "-", "404", "ResourceNotFoundException");
        assertLine(
                log,
                emulator.send("PUT", "/contact/chat", BodyPublishers.ofString("x"), "Content-Type", "text/plain"),
                "StartChatContact",
                "-",
                "415",
                "UnsupportedMediaTypeException");
        assertLine(log, emulator.send("GET", "/nowhere", null), "-", "-", "404", "UnknownOperationException");
        assertLine(log, emulator.send("DELETE", "/contact/chat", null), "-", "-", "405", "MethodNotAllowedException");
    }

    @Test
    void anErrorOfTheCallersLeavesNoStackTrace(CapturedOutput log) throws InterruptedException {
        emulator.start("{");
        emulator.start("[".repeat(100_000));
        emulator.start("{\"InstanceId\": 5}");
        emulator.stop("i", "nobody");
        Answer last = emulator.send("GET", "/nowhere", null);

        lineOf(log, last);
        assertThat(log.toString())
                .doesNotContain("\tat ")
                .doesNotContain("WARN")
                .doesNotContain("ERROR");
    }

    @Test
    void noTokenAndNoCustomerTextReachesTheLog(CapturedOutput log) throws InterruptedException {
        Answer started = emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow",
                 "ParticipantDetails": {"DisplayName": "secret-name"}, "CustomerId": "secret-customer",
                 "Attributes": {"secret-key": "secret-value"}, "ClientToken": "secret-client-token",
                 "InitialMessage": {"ContentType": "text/plain", "Content": "secret-content"},
                 "SegmentAttributes": {"secret-segment": {"ValueString": "secret-segment-value"}}}""");
        String id = started.text("ContactId");
        emulator.send("POST", "/contact/attributes", """
                {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": {"a": "secret-update"}}""".formatted(id));
        emulator.describe("an-instance", id);
        emulator.stop("an-instance", id);

        lineOf(
                log,
                emulator.send(
                        "POST",
                        "/nowhere/secret-path",
                        BodyPublishers.ofString("secret-body"),
                        "X-Amz-Bearer",
                        "secret-bearer"));
        assertThat(started.status()).isEqualTo(200);
        assertThat(log.toString())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain(started.text("ParticipantToken"))
                .doesNotContain(started.text("ParticipantToken").substring(0, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"CustomerId\": \"secret%s\"}",
                "{\"CustomerId\": \"secret%s",
                "{\"CustomerId\": secret%s}",
                "{\"CustomerId\": {\"secret\": \"secret%s\"}}",
                "{\"InitialMessage\": {\"ContentType\": \"secret%s\", \"Content\": \"secret\"}}",
                "{\"ParticipantDetails\": {\"DisplayName\": \"secret%s\"}}",
                "{\"Attributes\": {\"secret secret\": \"secret%s\"}}",
                "{\"SegmentAttributes\": {\"secret secret\": {\"ValueArn\": \"secret%s\"}}}",
                "{\"ClientToken\": \"secret%s\"}"
            })
    void wrongValuesDoNotReachTheLog(String body, CapturedOutput log) throws InterruptedException {
        Answer answer = emulator.start(body.formatted("x".repeat(600)));

        assertThat(answer.status()).isEqualTo(400);
        lineOf(log, answer);
        assertThat(log.toString()).doesNotContainIgnoringCase("secret");
    }

    @Test
    void healthChecksAndPreflightsAreNotLogged(CapturedOutput log) throws InterruptedException {
        Answer health = emulator.send("GET", "/actuator/health", null);
        Answer preflight = emulator.send("OPTIONS", "/contact/chat", null);

        lineOf(log, emulator.start(Emulator.SMALLEST_START));
        assertThat(log.toString())
                .doesNotContain(health.header("x-amzn-RequestId"))
                .doesNotContain(preflight.header("x-amzn-RequestId"));
    }

    private static void assertLine(
            CapturedOutput log, Answer answer, String operation, String contactId, String... outcome)
            throws InterruptedException {
        assertThat(lineOf(log, answer))
                .contains("INFO")
                .contains("operation=" + operation + " ")
                .contains("contact=" + contactId + " ")
                .contains("outcome=" + String.join("/", outcome) + " ");
    }

    /** The one line with the answer's request id; it is written when the caller may already have the answer. */
    private static String lineOf(CapturedOutput log, Answer answer) throws InterruptedException {
        String requestId = answer.header("x-amzn-RequestId");
        assertThat(requestId).isNotEmpty();
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(10));
        List<String> lines = linesWith(requestId, log);
        while (lines.isEmpty() && Instant.now().isBefore(giveUp)) {
            Thread.sleep(10);
            lines = linesWith(requestId, log);
        }
        assertThat(lines).as("lines of the answer %s", answer).hasSize(1);
        return lines.get(0);
    }

    private static List<String> linesWith(String text, CapturedOutput log) {
        return log.toString().lines().filter(line -> line.contains(text)).toList();
    }
}
