package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows which bodies the Participant Service takes and how it says no to the others. */
class RequestBodyTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    @ParameterizedTest
    @ValueSource(strings = {"transcript", "disconnect"})
    @Rule("P4")
    void aBodyMayBeAbsentOrEmptyIfNothingIsRequired(String operation) {
        assertThat(Chat.start(EMULATOR).customer().call(operation, null).status())
                .isEqualTo(200);
        assertThat(Chat.start(EMULATOR).customer().call(operation, "{}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"message, ContentType", "event, ContentType", "connection, Type"})
    @Rule("P4")
    void anEmptyBodyIsAValidationExceptionIfAMemberIsRequired(String operation, String missing) {
        Chat chat = Chat.start(EMULATOR);
        String bearer = operation.equals("connection")
                ? chat.customer().participantToken()
                : chat.customer().connectionToken();

        Answer empty = Chat.call(EMULATOR, "/participant/" + operation, bearer, "{}");
        Answer none = Chat.call(EMULATOR, "/participant/" + operation, bearer, null);

        assertThat(empty.outcome()).isEqualTo("400 ValidationException");
        assertThat(empty.text("message")).contains(missing);
        assertThat(none.outcome()).isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"text\"", "{} {}", "{\"ContentType\": 1, \"Content\": \"hello\"}"})
    @Rule("P4")
    void aBodyThatIsNoJsonObjectOfTheRightTypesIsAValidationException(String body) {
        Answer answer = Chat.start(EMULATOR).customer().send(body);

        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "Application/JSON", "application/x-amz-json-1.1", "text/plain"
            })
    @Rule("P4")
    void theContentTypeOfARequestDoesNotMatter(String contentType) {
        Party customer = Chat.start(EMULATOR).customer();

        Answer answer = EMULATOR.send(
                "POST",
                "/participant/message",
                BodyPublishers.ofString("""
                        {"ContentType": "text/plain", "Content": "hello"}"""),
                "Content-Type",
                contentType,
                "X-Amz-Bearer",
                customer.connectionToken());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    @Rule("P3")
    void anErrorSpellsItsMessageInLowerCase() {
        Answer answer = Chat.start(EMULATOR).customer().send("{}");

        assertThat(answer.json().propertyNames()).containsExactly("message", "__type");
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("ValidationException");
        assertThat(answer.header("x-amzn-RequestId")).isNotBlank();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    @Rule("P3")
    void aPageOfAnyOriginMayReadTheErrorType() {
        Answer answer = EMULATOR.send(
                "POST",
                "/participant/message",
                BodyPublishers.ofString("{}"),
                "Origin",
                "https://shop.example.test",
                "X-Amz-Bearer",
                "nonsense");

        assertThat(answer.header("Access-Control-Allow-Origin")).isIn("*", "https://shop.example.test");
        assertThat(answer.header("Access-Control-Expose-Headers").toLowerCase(java.util.Locale.ROOT))
                .contains("x-amzn-errortype");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "message", "event", "transcript", "disconnect"})
    @Rule("P3")
    void aPreflightAllowsTheHeadersOfChatJs(String operation) {
        String wanted = "authorization,content-type,x-amz-bearer,x-amz-content-sha256,x-amz-date,x-amz-user-agent";

        Answer answer = EMULATOR.send(
                "OPTIONS",
                "/participant/" + operation,
                BodyPublishers.noBody(),
                "Origin",
                "https://shop.example.test",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                wanted);

        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(java.util.Locale.ROOT))
                .contains(wanted.split(","));
    }
}
