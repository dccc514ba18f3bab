package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows where the URL of a socket leads, by what the caller was called by. */
class SocketUrlTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final String WEBSOCKET = """
            {"Type": ["WEBSOCKET"]}""";

    /** The URL up to its query, for a caller that sends these headers, separated by a bar. */
    private static String url(Emulator emulator, String headers) {
        return withQuery(emulator, headers).replaceFirst("\\?.*", "");
    }

    private static String withQuery(Emulator emulator, String headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers.split(" *\\| *", -1)));
        all.add("X-Amz-Bearer: " + Chat.start(emulator).customer().participantToken());
        RawHttp.Answer connection = RawHttp.post(emulator, "/participant/connection", WEBSOCKET, all);
        assertThat(connection.status()).as(connection.body()).isEqualTo(200);
        return connection.json().at("/Websocket/Url").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LocalHost"})
    @Rule("W1")
    void anyNameOfThisMachineLeadsToTheOnlyPlainUrlThatChatJsTakes(String host) {
        assertThat(url(EMULATOR, "Host: " + host + ":8080")).isEqualTo("ws://127.0.0.1:8080/participant/websocket");
        assertThat(url(EMULATOR, "Host: " + host)).isEqualTo("ws://127.0.0.1:80/participant/websocket");
    }

    @Test
    @Rule("W1")
    void theUrlCanBeDialledAsItIs() {
        Chat chat = Chat.start(EMULATOR);

        assertThat(chat.customer().socketUrl().toString())
                .startsWith("ws://127.0.0.1:" + EMULATOR.port() + "/participant/websocket?ticket=");
        chat.customer().join().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat.example.test:8080",
                "chat.example.test",
                "192.168.0.7:8080",
                "host.docker.internal:8080",
                "[fd00::7]:8080"
            })
    @Rule("W2")
    void anyOtherHostIsKept(String host) {
        assertThat(url(EMULATOR, "Host: " + host)).isEqualTo("ws://" + host + "/participant/websocket");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Host: chat.example.test | X-Forwarded-Proto: https; wss://chat.example.test",
                "Host: localhost:8080 | X-Forwarded-Proto: https; wss://localhost:8080",
                "Host: inside:8080 | X-Forwarded-Host: chat.example.test | X-Forwarded-Proto: https;"
                        + " wss://chat.example.test",
                "Host: inside:8080 | X-Forwarded-Host: chat.example.test:8443 | X-Forwarded-Proto: https;"
                        + " wss://chat.example.test:8443",
                "Host: inside:8080 | X-Forwarded-Host: chat.example.test | X-Forwarded-Proto: https |"
                        + " X-Forwarded-Port: 8443; wss://chat.example.test:8443",
                "Host: inside:8080 | X-Forwarded-Host: outer.example.test, inner.example.test |"
                        + " X-Forwarded-Proto: https, http; wss://outer.example.test",
                "Host: inside:8080 | X-Forwarded-Host: localhost:9000; ws://127.0.0.1:9000",
                "Host: inside:8080 | X-Forwarded-Host: chat.example.test; ws://chat.example.test",
                "Host: inside:8080 | X-Forwarded-Host: chat_emulator:8080; ws://chat_emulator:8080",
                "Host: inside:8080 | X-Forwarded-Host: chat_emulator | X-Forwarded-Proto: https; wss://chat_emulator"
            })
    @Rule("W2")
    void forwardedHeadersDecide(String headers, String base) {
        assertThat(url(EMULATOR, headers)).isEqualTo(base + "/participant/websocket");
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.test/emulator/, wss://chat.example.test/emulator",
        "http://localhost:9000, ws://127.0.0.1:9000"
    })
    @Rule("W2")
    void thePublicUrlOfTheSettingsOutdoesAllHeaders(String setting, String base) {
        try (Emulator emulator = Emulator.own("emulator.public-url=" + setting)) {
            assertThat(url(emulator, "Host: other.example.test | X-Forwarded-Proto: https"))
                    .isEqualTo(base + "/participant/websocket");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: not a host",
                "X-Forwarded-Host: <script>",
                "X-Forwarded-Proto: a b",
                "X-Forwarded-Host: x:abc",
                "X-Forwarded-Host: ex.org:70000",
                "X-Forwarded-Host: ex.org:0",
                "X-Forwarded-Host: ex.org/a?b=",
                "X-Forwarded-Host: u@h",
                "X-Forwarded-Host: x#y",
                "X-Forwarded-Host: ..",
                "X-Forwarded-Host: a..b",
                "X-Forwarded-Host: \u00e9",
                "X-Forwarded-Port: abc",
                "Host: "
            })
    @Rule({"W2", "T11"})
    void headersThatNameNoHostAreTheCallersFault(String header) {
        List<String> headers = List.of(
                header.startsWith("Host:") ? "X-Other: none" : "Host: localhost",
                header,
                "X-Amz-Bearer: " + Chat.start(EMULATOR).customer().participantToken());

        assertThat(RawHttp.post(EMULATOR, "/participant/connection", WEBSOCKET, headers)
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Rule("W3")
    void everyTicketIsAnother() {
        Chat chat = Chat.start(EMULATOR);

        String one = chat.customer().socketUrl().getQuery();
        String two = chat.customer().socketUrl().getQuery();

        assertThat(one).startsWith("ticket=").isNotEqualTo(two);
        assertThat(one.length()).as("room for 128 random bits").isGreaterThan("ticket=".length() + 22);
        assertThat(one)
                .doesNotContain(chat.contactId())
                .doesNotContain(chat.customer().id());
    }

    @Test
    @Rule("W3")
    void aPageOfAnyOriginMayDial() {
        ClientSocket socket = ClientSocket.dial(
                        Chat.start(EMULATOR).customer().socketUrl(), "Origin", "https://shop.example.test")
                .subscribed();

        assertThat(socket.nextEvent("participant.joined").path("DisplayName").asString())
                .isEqualTo("Ada");
        socket.close();
    }
}
