package org.connectchat.restjson.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that a path means the same however it is spelt, or nothing at all: there is no second way past the filters. */
@ExtendWith(OutputCaptureExtension.class)
class PathSpellingTest {

    private final Emulator emulator = Emulator.unthrottled();

    @ParameterizedTest
    @CsvSource({
        "GET, /_emulator/clock, /%5Femulator/cl%6fck",
        "GET, /_emulator/clock?x=1, /_emul%61tor/clock?x=1",
        "GET, /_emulator/contacts/nobody, /_emul%61tor/contacts/nobod%79",
        "GET, /_emulator/nothing, /_emul%61tor/nothing",
        "DELETE, /_emulator/clock, /_emul%61tor/clock",
        "POST, /_emulator/faults, /_emul%61tor/faults",
        "GET, /_emulator/swagger-ui/swagger-initializer.js, /_emul%61tor/swagger-ui/swagger%2Dinitializer.js",
        "GET, /actuator/health, /act%75ator/health",
        "GET, /actuator/health/liveness, /actuator/health/livenes%73",
        "GET, /actuator/health/nothing, /actuator/health/nothin%67",
        "POST, /actuator/health, /act%75ator/health",
        "POST, /start-chat, /start%2Dch%61t",
        "GET, /start-chat, /start-ch%61t",
        "GET, /attachments/download/x, /attachments/%64ownload/x",
        "PUT, /attachments/upload/x, /%61ttachments/upload/%78",
        "GET, /participant/websocket, /participant/web%73ocket"
    })
    @Rule("T12")
    void anEncodedLetterMakesNoOtherPath(String method, String plain, String encoded, CapturedOutput log) {
        Answer expected = emulator.send(method, plain, (String) null);
        Answer answer = emulator.send(method, encoded, (String) null);

        assertThat(answer.outcome()).as(answer.body()).isEqualTo(expected.outcome());
        assertThat(answer.header("Content-Type")).isEqualTo(expected.header("Content-Type"));
        assertThat(withoutWhatChanges(answer)).isEqualTo(withoutWhatChanges(expected));
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR");
    }

    private static String withoutWhatChanges(Answer answer) {
        return answer.body()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("\"now\":\"[^\"]*\"", "\"now\"")
                .replaceAll("\"offset\":\"[^\"]*\"", "\"offset\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/_emulator;a=b/clock, application/json",
        "/_emulator/clock;a=b, application/problem+json",
        "/_emulator//clock, application/problem+json",
        "/_emulator/./clock, application/problem+json",
        "/_emulator/%2e/clock, application/problem+json",
        "/_emulator/x/../clock, application/problem+json",
        "/_emulator%2Fclock, application/json",
        "/_emulator/contacts%2Fx, application/problem+json",
        "/_Emulator/clock, application/json",
        "/_emulator/Clock, application/problem+json",
        "//_emulator/clock, application/json",
        "/x/../_emulator/clock, application/json",
        "/_emulator/swagger-ui/..%2fx, application/problem+json",
        "/actuator;x/health, application/json",
        "/actuator/health;x, application/json",
        "/actuator//health, application/json",
        "//actuator/health, application/json",
        "/actuator/prometheus;a, application/json",
        "/Actuator/health, application/json",
        "/actuator/health%2Fliveness, application/json",
        "/start-chat;x, application/json",
        "/Start-Chat, application/json",
        "//start-chat, application/json",
        "/attachments;a/download/x, application/json",
        "/attachments//download/x, application/json",
        "/attachments/Download/x, application/json",
        "/participant/websocket;x?ticket=x, application/json",
        "/participant//websocket, application/json",
        "/contact/chat;x, application/json"
    })
    @Rule("T12")
    void anotherSpellingIsAnUnknownPath(String path, String contentType, CapturedOutput log) {
        for (String method : new String[] {"GET", "POST", "DELETE"}) {
            Answer answer = emulator.send(method, path, (String) null);

            assertThat(answer.status()).as(method + " " + path + answer).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo(contentType);
            assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
        }
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR", "WARN");
    }

    @ParameterizedTest
    @CsvSource({
        "/contact/chat, /contact/chat",
        "/c%6Fnt%61ct, /contact",
        "/%7E%2D%2e%5f, /~-._",
        "/a%2Fb%25%41, /a%2Fb%25A",
        "/a;b=%63, /a%3Bb=c",
        "/%, /%",
        "/%6, /%6",
        "/%zz, /%zz",
        "/%C3%A4, /%C3%A4"
    })
    @Rule("T12")
    void onlyWhatNeedsNoEncodingIsDecoded(String sent, String normal) {
        assertThat(NormalPath.of(sent)).isEqualTo(normal);
    }
}
