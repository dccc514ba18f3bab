package org.connectchat.participant.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GetAuthenticationUrl and CancelParticipantAuthentication over HTTP; no authentication is in progress here. */
class AuthenticationOperationsTest {

    private static final String GET_URL = "/participant/authentication-url";
    private static final String CANCEL = "/participant/cancel-authentication";
    private static final String SESSION = "8d0f4d2e-60ab-4a4c-8f43-9f3b1b6f0a11";

    private final Emulator emulator = Emulator.unthrottled();
    private final Sharer ada = Sharer.customer(emulator);

    @ParameterizedTest
    @ValueSource(strings = {GET_URL, CANCEL})
    void everySessionIsUnknown(String path) {
        Answer answer = ada.call("POST", path, """
                {"SessionId": "%s", "RedirectUri": "https://a.page/back"}""".formatted(SESSION));

        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.body())
                .isEqualTo("{\"message\":\"SessionId: no authentication of that session is in progress in this chat\","
                        + "\"__type\":\"ValidationException\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                GET_URL + " | {}                   | SessionId: is required; RedirectUri: is required",
                GET_URL + " | {\"SessionId\": 5}   | SessionId: must be a string",
                GET_URL + " | {\"SessionId\": \"short\", \"RedirectUri\": \"\"}"
                        + " | SessionId: length must be 36 characters, was 5;"
                        + " RedirectUri: length must be 1 to 1024 characters, was 0",
                CANCEL + "  | {}                   | SessionId: is required",
                CANCEL + "  | {\"SessionId\": \"\"}| SessionId: length must be 36 characters, was 0",
            })
    void aMemberKeepsItsConstraint(String path, String json, String message) {
        Answer answer = ada.call("POST", path, json);

        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).isEqualTo(message);
    }

    @Test
    void aRedirectUriHasUpTo1024Characters() {
        String json = """
                {"SessionId": "%s", "RedirectUri": "%s"}""";

        assertThat(ada.call("POST", GET_URL, json.formatted(SESSION, "u".repeat(1_024)))
                        .text("message"))
                .startsWith("SessionId: no authentication");
        assertThat(ada.call("POST", GET_URL, json.formatted(SESSION, "u".repeat(1_025)))
                        .text("message"))
                .isEqualTo("RedirectUri: length must be 1 to 1024 characters, was 1025");
        assertThat(ada.call("POST", CANCEL, json.formatted(SESSION + "x", "u")).text("message"))
                .isEqualTo("SessionId: length must be 36 characters, was 37");
    }

    @ParameterizedTest
    @ValueSource(strings = {GET_URL, CANCEL})
    void theTokenOfTheConnectionComesFirst(String path) {
        Answer answer = emulator.send("POST", path, "{}");

        assertThat(answer.outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(answer.text("message")).isEqualTo("Access denied");
    }
}
