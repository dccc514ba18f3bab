package org.connectchat.restjson.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that a page of any origin may call every operation and read what it needs of every answer. */
class CorsTest {

    private static final String ORIGIN = "https://shop.example:8443";

    private static Answer preflight(String path, String method, String headers) {
        return Emulator.unthrottled()
                .send(
                        "OPTIONS",
                        path,
                        BodyPublishers.noBody(),
                        "Origin",
                        ORIGIN,
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        headers);
    }

    private static List<String> elements(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).toList();
    }

    private static void assertReadableByAnyOrigin(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isIn("*", ORIGIN);
        assertThat(elements(answer.header("Access-Control-Expose-Headers")))
                .contains("x-amzn-RequestId", "x-amzn-ErrorType");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /contact/chat",
        "POST, /contact/chat",
        "POST, /start-chat",
        "POST, /contact/stop",
        "POST, /contact/attributes",
        "GET, /contact/attributes/an-instance/a-contact",
        "GET, /contacts/an-instance/a-contact",
        "GET, /contacts/arn:aws:connect:us-east-1:000000000000:instance%2Fan-instance/a-contact",
        "GET, /nothing/here"
    })
    @Rule("T9")
    void preflightsSucceedEverywhere(String method, String path) {
        Answer answer = preflight(path, method, "content-type");

        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.body()).isEmpty();
        assertReadableByAnyOrigin(answer);
        assertThat(elements(answer.header("Access-Control-Allow-Methods"))).contains(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type",
                "X-Amz-Date",
                "Authorization",
                "X-Api-Key",
                "X-Amz-Security-Token",
                "X-Amz-Bearer",
                "x-amz-user-agent",
                "amz-sdk-invocation-id",
                "amz-sdk-request",
                "x-amz-content-sha256"
            })
    @Rule("T9")
    void theHeadersOfAwsClientsAreAllowed(String header) {
        assertThat(elements(preflight("/contact/chat", "PUT", "content-type").header("Access-Control-Allow-Headers")))
                .anyMatch(header::equalsIgnoreCase);
    }

    @Test
    @Rule("T9")
    void aPreflightNeedsNoOriginAndNoBody() {
        Answer answer = Emulator.unthrottled().send("OPTIONS", "/contact/chat", (String) null);

        assertThat(answer.status()).isIn(200, 204);
        assertReadableByAnyOrigin(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/contact/chat|{\"InstanceId\":\"i\",\"ContactFlowId\":\"f\",\"ParticipantDetails\":{\"DisplayName\":\"A\"}}|200",
                "PUT|/contact/chat|{}|400",
                "POST|/start-chat|{}|400",
                "GET|/contacts/an-instance/a-contact||404",
                "GET|/nothing/here||404",
                "DELETE|/contact/chat||405",
                "PUT|/contact/chat||415"
            })
    @Rule("T9")
    void everyResponseIsReadableByAnyOrigin(String method, String path, String json, int status) {
        String[] headers = json == null
                ? new String[] {"Origin", ORIGIN}
                : new String[] {"Origin", ORIGIN, "Content-Type", "application/json"};
        Answer answer = Emulator.unthrottled()
                .send(method, path, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json), headers);

        assertThat(answer.status()).isEqualTo(status);
        assertReadableByAnyOrigin(answer);
    }

    @Test
    @Rule("T9")
    void evenARefusalByTheServerItselfIsReadableByAnyOrigin() {
        RawHttp.Answer answer = RawHttp.exchange(
                Emulator.unthrottled(), "GET /%zz HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ORIGIN + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Access-Control-Allow-Origin")).isIn("*", ORIGIN);
        assertThat(elements(answer.header("Access-Control-Expose-Headers")))
                .contains("x-amzn-RequestId", "x-amzn-ErrorType");
    }

    @Test
    @Rule("C12")
    void aPathBelowTheControlApiThatTheServerItselfRefusesIsReadableByNoOtherOrigin() {
        RawHttp.Answer answer = RawHttp.exchange(
                Emulator.unthrottled(),
                "GET /_emulator/%zz HTTP/1.1\r\nHost: localhost\r\nOrigin: " + ORIGIN + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNullOrEmpty();
    }
}
