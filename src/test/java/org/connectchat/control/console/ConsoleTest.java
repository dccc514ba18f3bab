package org.connectchat.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows how the console is served, and to whom. */
class ConsoleTest {

    private static final String PAGE = "/_emulator/console/";

    private final Emulator emulator = Emulator.withDefaults();

    private static Answer get(Emulator emulator, String path, String... headers) {
        return emulator.send("GET", path, BodyPublishers.noBody(), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html",
        "index.html, text/html",
        "main.js, text/javascript",
        "console.css, text/css",
        "icon.svg, image/svg+xml",
        "amazon-connect-chatjs.js, text/javascript"
    })
    @Rule("C17")
    void eachFileHasItsTypeAndThePolicy(String file, String type) {
        Answer answer = get(emulator, PAGE + file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        String policy = answer.header("Content-Security-Policy");
        assertThat(policy.split("; ", -1))
                .containsExactly(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' blob: data:",
                        "connect-src 'self' ws://localhost:" + emulator.port() + " ws://127.0.0.1:" + emulator.port(),
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'none'");
        assertThat(get(emulator, PAGE + file, "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    @Rule("C17")
    void thePolicyNamesThePublicUrl() {
        Emulator behind = Emulator.with("emulator.public-url=https://chat.example");

        assertThat(get(behind, PAGE).header("Content-Security-Policy"))
                .contains("connect-src 'self' wss://chat.example https://chat.example;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.js", "index.txt", "..%2Fconsole%2Fpage%2Findex.html", "page/index.html"})
    @Rule("C17")
    void noOtherFileIsServed(String file) {
        assertThat(get(emulator, PAGE + file).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    @Rule("C17")
    void aBrowserIsLedFromTheRootToTheConsole(String accept) {
        Answer answer = get(emulator, "/", "Accept", accept);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(PAGE);
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(get(emulator, "/_emulator/console").header("Location")).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @CsvSource({"GET, */*", "GET, application/json", "POST, text/html", "HEAD, text/html"})
    @Rule({"C17", "T7"})
    void everyOtherClientOfTheRootGetsTheResponseOfAnUnknownPath(String method, String accept) {
        Answer root = emulator.send(method, "/", BodyPublishers.noBody(), "Accept", accept);
        Answer unknown = emulator.send(method, "/nothing", BodyPublishers.noBody(), "Accept", accept);

        assertThat(root.outcome()).isEqualTo(unknown.outcome()).startsWith("404");
        assertThat(root.body().replace("at /.", "at /nothing.")).isEqualTo(unknown.body());
    }

    @Test
    @Rule("C17")
    void aSettingTakesItAway() {
        Emulator without = Emulator.with("emulator.console.enabled=false");

        assertThat(get(without, PAGE + "main.js").body().replace("console/main.js", "nothing"))
                .isEqualTo(get(without, "/_emulator/nothing").body());
        assertThat(get(without, PAGE).status()).isEqualTo(404);
        assertThat(get(without, "/_emulator/console").status()).isEqualTo(404);
        assertThat(get(without, "/", "Accept", "text/html").outcome()).isEqualTo("404 UnknownOperationException");
        assertThat(get(without, "/_emulator/docs").status()).isEqualTo(302);
    }
}
