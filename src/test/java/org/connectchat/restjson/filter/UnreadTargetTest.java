package org.connectchat.restjson.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that a request whose target Tomcat refuses gets the response of its place. */
class UnreadTargetTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private static RawHttp.Answer get(String target) {
        return RawHttp.exchange(
                EMULATOR,
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @Rule({"T11", "C12"})
    @ValueSource(strings = {"?x=[", "?x=|", "?x=^", "#frag", "?a=1#frag"})
    void noOriginMayReadAnErrorOfTheControlApiOrTheActuator(String rest) {
        for (String path : new String[] {"/_emulator/clock", "/_emulator", "/actuator/health"}) {
            RawHttp.Answer answer = get(path + rest);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Access-Control-Allow-Origin")).isNullOrEmpty();
            assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
            assertThat(answer.header("Content-Type"))
                    .isEqualTo(path.startsWith("/_") ? "application/problem+json" : "application/json");
        }
    }

    @ParameterizedTest
    @Rule("T11")
    @CsvSource(delimiter = ';', textBlock = """
            /participant/transcript;      application/json; {"message":
            /attachments/upload/a;        application/xml; <Code>InvalidRequest</Code>
            /contact/chat;                application/json; {"Message":
            /start-chat;                  application/json; {"data":{"Error":{
            """)
    void theErrorHasTheFormOfItsPlace(String path, String type, String body) {
        RawHttp.Answer answer = get(path + "?x=[");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.body()).contains(body).contains("The request line or a header is malformed");
    }
}
