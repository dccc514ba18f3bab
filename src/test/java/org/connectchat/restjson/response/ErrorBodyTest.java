package org.connectchat.restjson.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that an error can be told from its body alone. */
class ErrorBodyTest {

    private final Emulator emulator = Emulator.unthrottled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /contact/stop           | {}   | Message | InvalidRequestException
            GET  | /contacts/i/nothing     |      | Message | ResourceNotFoundException
            POST | /participant/message    | {}   | message | AccessDeniedException
            GET  | /no/such/path           |      | Message | UnknownOperationException
            GET  | /participant/nothing    |      | message | UnknownOperationException
            PUT  | /contact/stop           | {}   | Message | MethodNotAllowedException
            GET  | /users/i/u              |      | Message | NotImplementedException
            """)
    @Rule("T16")
    void theCodeIsInTheBodyToo(String method, String path, String body, String member, String code) {
        Answer response = emulator.send(method, path, body);

        assertThat(response.header("x-amzn-ErrorType")).isEqualTo(code);
        assertThat(response.text("__type")).isEqualTo(code);
        assertThat(response.text(member)).isNotEmpty();
    }

    @Test
    @Rule("T16")
    void soItIsWhereTheServerRefusesBeforeItLooksForAnOperation() {
        for (String path : new String[] {"/contact/chat", "/participant/message"}) {
            RawHttp.Answer response =
                    RawHttp.exchange(emulator, "GET " + path + "?x=[ HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(response.body()).contains("\"__type\":\"" + response.header("x-amzn-ErrorType") + "\"");
        }
    }

    @Test
    @Rule("T16")
    void theEnvelopeOfTheWidgetStaysAsItIs() {
        Answer response = emulator.send("POST", "/start-chat", "{}");

        assertThat(response.json().propertyNames()).containsExactly("data");
    }
}
