package org.connectchat.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows who may use the control API: programs, pages of its own and of named origins, and no other page. */
class ControlAccessTest {

    private static final String TOKEN = "a-token-of-a-test";
    private static final String FOREIGN = "https://elsewhere.example";

    private final Emulator usual = Emulator.unthrottled();
    private final Emulator named = Emulator.with(
            "emulator.control.allowed-hosts=emulator.test,other.test",
            "emulator.public-url=https://chat.example:8443/x",
            "emulator.control.allowed-origins=https://tests.example");
    private final Emulator guarded = Emulator.with("emulator.control.token=" + TOKEN);

    private static RawHttp.Answer read(Emulator emulator, String host) {
        return RawHttp.exchange(
                emulator, "GET /_emulator/clock HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "app.localhost",
                "localhost.",
                "127.0.0.1:9",
                "192.168.1.20",
                "[::1]:8080",
                "emulator",
                "host.docker.internal:8080"
            })
    @Rule("C20")
    void aNameThatNoPublicSiteHasIsAllowed(String host) {
        assertThat(read(usual, host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example.",
                "127.0.0.1x.y",
                "emulator.test.evil.example",
                "internal.example"
            })
    @Rule("C20")
    void aForeignNameIsRefused(String host) {
        for (Emulator emulator : new Emulator[] {usual, named}) {
            RawHttp.Answer answer = read(emulator, host);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("emulator.control.allowed-hosts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emulator.test", "Other.Test:8080", "chat.example", "chat.example:8443"})
    @Rule("C20")
    void aNamedHostAndThatOfThePublicUrlAreAllowed(String host) {
        assertThat(read(named, host).status()).isEqualTo(200);
        assertThat(read(usual, host).status()).isEqualTo(403);
    }

    @Test
    @Rule("C20")
    void awsCallsAndHealthTakeAnyHost() {
        assertThat(RawHttp.exchange(
                                usual,
                                "GET /actuator/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.exchange(
                                usual,
                                "PUT /contact/chat HTTP/1.1\r\nHost: connect.us-east-1.amazonaws.com\r\nContent-Length: "
                                        + Emulator.SMALLEST_START.length()
                                        + "\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                                        + Emulator.SMALLEST_START)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /_emulator/clock",
        "GET, /%5Femulator/clock",
        "POST, /_emulator/clock/freeze",
        "DELETE, /_emulator/faults",
        "POST, /_emulator/reset"
    })
    @Rule("C21")
    void aPageOfAnotherOriginIsRefused(String method, String path) {
        String before = usual.send("GET", "/_emulator/clock", null).text("mode");
        for (Emulator emulator : new Emulator[] {usual, named}) {
            for (String origin : new String[] {FOREIGN, "null", "http://localhost:1"}) {
                Answer answer = emulator.send(method, path, BodyPublishers.noBody(), "Origin", origin);

                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body()).contains("emulator.control.allowed-origins");
            }
        }
        assertThat(usual.send("GET", "/_emulator/clock", null).text("mode")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    @Rule("C21")
    void aPlainReadOfAPageOfAnotherOriginIsRefusedToo(String site) {
        assertThat(usual.send("GET", "/_emulator/clock", BodyPublishers.noBody(), "Sec-Fetch-Site", site)
                        .status())
                .isEqualTo(403);
        assertThat(usual.send(
                                "GET",
                                "/_emulator/clock",
                                BodyPublishers.noBody(),
                                "Sec-Fetch-Site",
                                site,
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "iframe")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Rule("C21")
    void aLinkAndTheOwnPageAreAllowed() {
        assertThat(usual.send(
                                "GET",
                                "/_emulator/clock",
                                BodyPublishers.noBody(),
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "document")
                        .status())
                .isEqualTo(200);
        assertThat(usual.send("GET", "/_emulator/clock", BodyPublishers.noBody(), "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
        assertThat(named.send("GET", "/_emulator/clock", BodyPublishers.noBody(), "Origin", "https://chat.example:8443")
                        .status())
                .isEqualTo(200);
        assertThat(named.send("GET", "/_emulator/clock", BodyPublishers.noBody(), "Origin", "https://tests.example")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /_emulator/reset, application/x-www-form-urlencoded",
        "POST, /_emulator/reset, multipart/form-data;boundary=x",
        "POST, /_emulator/reset, text/plain",
        "POST, /_emulator/reset, TEXT/PLAIN;charset=UTF-8",
        "POST, /_emulator/clock/advance, application/x-www-form-urlencoded",
        "POST, /_emulator/flows/reload, text/plain",
        "PUT, /_emulator/state, text/plain",
        "PUT, /_emulator/state, application/x-www-form-urlencoded",
        "DELETE, /_emulator/faults, text/plain"
    })
    @Rule("C22")
    void whatAFormSendsIsRefused(String method, String path, String type) {
        String contact = usual.started(Emulator.SMALLEST_START);

        Answer answer = usual.send(method, path, BodyPublishers.ofString("a=b"), "Content-Type", type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Type: application/json");
        assertThat(usual.send("GET", "/_emulator/contacts/" + contact, null).status())
                .isEqualTo(200);
    }

    @Test
    @Rule("C22")
    void aCallWithoutABodyNeedsNoContentType() {
        assertThat(usual.send("POST", "/_emulator/reset", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer  " + TOKEN})
    @Rule("C23")
    void theTokenOpensTheControlApi(String header) {
        assertThat(guarded.send("GET", "/_emulator/clock", BodyPublishers.noBody(), "Authorization", header)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Rule("C23")
    void theConsoleSendsTheTokenAsACookie() {
        for (String value : new String[] {TOKEN, TOKEN + "x"}) {
            Answer answer = guarded.send(
                    "GET", "/_emulator/clock", BodyPublishers.noBody(), "Cookie", "a=b; emulator-token=" + value);

            assertThat(answer.status()).isEqualTo(value.equals(TOKEN) ? 200 : 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer x", "Basic " + TOKEN, TOKEN, "Bearer " + TOKEN + "x"})
    @Rule("C23")
    void withoutTheTokenACallIsRefused(String header) {
        String[] headers = header.isEmpty() ? new String[0] : new String[] {"Authorization", header};
        for (String path : new String[] {"/_emulator/clock", "/%5Femulator/clock", "/_emulator/contacts"}) {
            Answer answer = guarded.send("GET", path, BodyPublishers.noBody(), headers);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.body()).contains("emulator.control.token").doesNotContain(TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_emulator/openapi",
                "/_emulator/docs",
                "/_emulator/console/",
                "/_emulator/console/api.js",
                "/actuator/health"
            })
    @Rule("C23")
    void documentsAndHealthNeedNoToken(String path) {
        assertThat(guarded.send("GET", path, BodyPublishers.noBody()).status()).isBetween(200, 302);
    }

    @Test
    @Rule("C23")
    void awsCallsNeedNoToken() {
        assertThat(guarded.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
    }
}
