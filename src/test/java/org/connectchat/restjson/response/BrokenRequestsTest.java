package org.connectchat.restjson.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.RawHttp.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that a request that cannot be read is the caller's mistake: a 400 in the form of its place, and one log line. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenRequestsTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String BODY = "The request body ended before it was complete, or its chunks are malformed";

    private final Emulator emulator = Emulator.unthrottled().loggingCalls();

    private Answer exchange(String request, String headers, String body) {
        try (RawHttp client = new RawHttp(emulator)) {
            return client.send(
                            request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body)
                    .end()
                    .answer();
        }
    }

    static Stream<Arguments> brokenBodies() {
        List<String> bodies = List.of(
                "Transfer-Encoding: chunked\r\n|zz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n|5\r\n{\"a",
                "Content-Length: 50\r\n|{\"a");
        return Stream.of(
                        "PUT /contact/chat",
                        "POST /contact/stop",
                        "POST /start-chat",
                        "POST /participant/connection",
                        "POST /_emulator/clock/advance",
                        "POST /_emulator/clock/freeze",
                        "POST /_emulator/reset",
                        "POST /_emul%61tor/faults",
                        "GET /actuator/health",
                        "GET /actuator/prometheus")
                .flatMap(request -> bodies.stream()
                        .map(body -> Arguments.of(request, body.split("\\|", -1)[0], body.split("\\|", -1)[1])));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    @Rule("T11")
    void aBodyThatBreaksOffIsABadRequestInTheFormOfItsPlace(
            String request, String framing, String body, CapturedOutput log) {
        Party customer = Chat.start(emulator).customer();
        String headers = "Content-Type: application/json\r\nX-Amz-Bearer: " + customer.participantToken() + "\r\n";

        Answer answer = exchange(request, headers + framing, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(message(request, answer)).isEqualTo(BODY);
        assertOneLine(answer, log);
    }

    private static String message(String request, Answer answer) {
        if (request.contains("/_emul")) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("status").asInt()).isEqualTo(400);
            assertThat(answer.json().path("instance").asString()).startsWith("/_emulator/");
            return answer.json().path("detail").asString();
        }
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("x-amzn-ErrorType"))
                .isIn("InvalidRequestException", "ValidationException", "BadRequestException");
        if (request.endsWith("/start-chat")) {
            return answer.json().at("/data/Error/message").asString();
        }
        return answer.json()
                .path(request.contains("/participant/") ? "message" : "Message")
                .asString();
    }

    private static void assertOneLine(Answer answer, CapturedOutput log) {
        String requestId = answer.header("x-amzn-RequestId");
        assertThat(requestId).matches(UUID);
        // The caller may have the response before the line is written.
        await().untilAsserted(() -> assertThat(log.getAll().lines().filter(line -> line.contains(requestId)))
                .singleElement()
                .asString()
                .contains("outcome=" + answer.status() + "/"));
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR", "WARN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /actuator/health?a=%zz",
                "GET /actuator/prometheus?%C3%28=%FF",
                "GET /_emulator/docs?a=%zz",
                "GET /_emulator/calls?a=%zz"
            })
    @Rule("T11")
    void aQueryThatCannotBeDecodedIsABadRequest(String request, CapturedOutput log) {
        Answer answer = exchange(request, "", "");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_emulator/clock/advance", "/_emulator/reset", "/_emulator/faults"})
    @Rule({"T11", "C22"})
    void aFormThatCannotBeDecodedIsRefusedLikeAnyForm(String path, CapturedOutput log) {
        Answer answer = exchange(
                "POST " + path, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n", "a=%zz");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
        assertThat(answer.json().path("detail").asString()).contains("application/json");
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: host=\"[::\"",
                "Forwarded: proto=a b;host=::",
                "X-Forwarded-Host: [::",
                "X-Forwarded-Host: a b:c",
                "X-Forwarded-Port: abc",
                "X-Forwarded-Host: h:99999999999"
            })
    @Rule("T11")
    void thePageOfTheControlApiUsesNoForwardedHeaders(String header, CapturedOutput log) {
        Answer page = exchange("GET /_emulator/docs", header + "\r\n", "");
        Answer script = exchange("GET /_emulator/swagger-ui/swagger-initializer.js", header + "\r\n", "");

        assertThat(page.outcome()).as(page.toString()).isEqualTo("302");
        assertThat(page.header("Location")).isEqualTo("/_emulator/swagger-ui/index.html");
        assertThat(script.outcome()).as(script.toString()).isEqualTo("200");
        assertThat(log.getAll()).doesNotContain("WARN", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "bytes=0-1,3-4", "bytes=99999999-", "bytes=5-1", "bytes=a-b", "bytes=0-,0-,0-"})
    void thePageOfTheControlApiIsServedWholeWhateverTheRange(String range, CapturedOutput log) {
        Answer script = exchange("GET /_emulator/swagger-ui/swagger-initializer.js", "Range: " + range + "\r\n", "");

        assertThat(script.outcome()).as(script.toString()).isEqualTo("200");
        assertThat(script.body()).contains("SwaggerUIBundle");
        assertThat(log.getAll()).doesNotContain("WARN", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: mailto:x",
                "X-Forwarded-Host: a b",
                "X-Forwarded-Host: [::",
                "X-Forwarded-Proto: 1:2"
            })
    @Rule("T11")
    void aConnectionNeedsAHostToSendItsClientTo(String header, CapturedOutput log) {
        Party customer = Chat.start(emulator).customer();
        String body = "{\"Type\":[\"WEBSOCKET\"]}";

        Answer answer = exchange(
                "POST /participant/connection",
                header + "\r\nContent-Type: application/json\r\nX-Amz-Bearer: " + customer.participantToken()
                        + "\r\nContent-Length: " + body.length() + "\r\n",
                body);

        assertThat(answer.outcome()).as(answer.toString()).isEqualTo("400 BadRequestException");
        assertOneLine(answer, log);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense",
                "a/b/c",
                "text/plain;version=\"",
                "text/plain;version",
                ";",
                "text/plain;q=x",
                ",",
                "''",
                "*/x"
            })
    @Rule("T11")
    void metricsWithAMalformedAcceptAreNotAcceptable(String accept, CapturedOutput log) {
        Answer answer = exchange("GET /actuator/prometheus", "Accept: " + accept + "\r\n", "");

        assertThat(answer.outcome()).as(accept + answer).isIn("406 NotAcceptableException", "200");
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR", "WARN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/_emulator/%zz|application/problem+json",
                "/_emul%61tor/%00|application/problem+json",
                "/_emulator/clock;a%6|application/problem+json",
                "/contact/chat;%zz|application/json",
                "/attachments/upload/x;%|application/xml",
                "/attachments/upload/%zz|application/xml",
                "/attachments/download/%zz|application/xml",
                "/actuator/%zz|application/json",
                "/participant/%zz|application/json",
                "/%zz|application/json"
            })
    @Rule({"T11", "T12"})
    void aRefusalByTheServerHasTheFormOfItsPlace(String path, String contentType, CapturedOutput log) {
        Answer answer = exchange("GET " + path, "", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(contentType);
        assertOneLine(answer, log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\n\r\n",
                "PUT /contact/chat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: unheard-of\r\n\r\n"
            })
    @Rule("T14")
    void aProtocolThatTheServerDoesNotHaveIsNoFailureOfTheServer(String request) {
        assertThat(RawHttp.exchange(emulator, request).outcome()).isEqualTo("400 BadRequestException");
    }

    @Test
    @Rule("T13")
    void theOptionsOfTheServerHaveARequestIdAndMayBeReadFromAnyPage() {
        Answer answer =
                RawHttp.exchange(emulator, "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Allow")).contains("GET");
    }
}
