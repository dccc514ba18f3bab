package org.connectchat.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that no page of another origin reads or drives the control API unless a setting names its origin. */
class CrossOriginTest {

    private static final String PREFIX = "access-control-";
    private static final String FOREIGN = "https://elsewhere.example";
    private static final String NAMED = "https://tests.example:8443";

    private final Emulator closed = Emulator.withDefaults();
    private final Emulator open = Emulator.with("emulator.control.allowed-origins=" + NAMED + ",http://localhost:3000");

    private static Answer request(Emulator emulator, String method, String path, String origin) {
        return emulator.send(method, path, BodyPublishers.noBody(), "Origin", origin);
    }

    private static Answer preflight(Emulator emulator, String path, String origin) {
        return emulator.send(
                "OPTIONS",
                path,
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                "content-type, x-mine");
    }

    private static void assertClosed(Answer answer) {
        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()));
        assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_emulator",
                "/_emulator/clock",
                "/_emulator/nothing",
                "/_emulator/openapi",
                "/%5Femulator/clock",
                "/_emulat%6Fr/clock",
                "/actuator/health",
                "/%61ctuator/health",
                "/actuator/health/nothing",
                "/actuator/prometheus"
            })
    @Rule("C12")
    void noResponseOfTheControlApiCarriesCorsHeaders(String path) {
        assertClosed(request(closed, "GET", path, FOREIGN));
        assertClosed(request(open, "GET", path, FOREIGN));
        assertClosed(closed.send("GET", path, null));
    }

    @Test
    @Rule({"C12", "T12"})
    void aPathWithParametersIsNotAPathOfTheControlApi() {
        Answer answer = request(closed, "GET", "/_emulator;a=b/clock", FOREIGN);

        assertThat(answer.outcome()).isEqualTo("404 UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_emulator/settings", "/%5Femulator/settings", "/_emulator/nothing", "/actuator/health"})
    @Rule("C12")
    void aPreflightOfAnotherOriginIsRefused(String path) {
        for (Emulator emulator : new Emulator[] {closed, open}) {
            Answer answer = preflight(emulator, path, FOREIGN);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("emulator.control.allowed-origins");
            assertClosed(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NAMED, "http://localhost:3000"})
    @Rule("C12")
    void anOriginThatTheSettingNamesMayCallAndRead(String origin) {
        Answer preflight = preflight(open, "/_emulator/settings", origin);
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE", "PUT");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("content-type", "x-mine");

        for (String path : new String[] {"/_emulator/settings", "/_emulator/nothing", "/actuator/health"}) {
            Answer answer = request(open, "GET", path, origin);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("x-amzn-RequestId");
            assertThat(answer.header("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tests.example:8443",
                "https://tests.example",
                "https://tests.example:84430",
                "https://a.tests.example:8443",
                "https://tests.example:8443.evil.example",
                "HTTPS://TESTS.EXAMPLE:8443",
                "null"
            })
    @Rule("C12")
    void anOriginMatchesOnlyAsAWhole(String origin) {
        assertClosed(request(open, "GET", "/_emulator/clock", origin));
        assertThat(preflight(open, "/_emulator/clock", origin).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /contact/chat", "POST, /start-chat", "POST, /participant/message", "PUT, /attachments/x"})
    @Rule("C12")
    void awsCallsStayOpenToEveryOrigin(String method, String path) {
        for (Emulator emulator : new Emulator[] {closed, open}) {
            assertThat(preflight(emulator, path, FOREIGN).header("Access-Control-Allow-Origin"))
                    .isEqualTo("*");
            assertThat(request(emulator, method, path, FOREIGN).header("Access-Control-Allow-Origin"))
                    .isEqualTo("*");
        }
    }

    @Test
    @Rule("C12")
    void thePageOfTheControlApiCallsItsOwnOrigin() {
        String own = "http://localhost:" + closed.port();
        Answer answer = closed.send(
                "PATCH",
                "/_emulator/settings",
                BodyPublishers.ofString("{}"),
                "Origin",
                own,
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(closed.send("GET", "/_emulator/openapi", null)
                        .json()
                        .at("/servers/0/url")
                        .asString())
                .isEqualTo("/");
    }

    @Test
    @Rule("C12")
    void optionsWithoutAnOriginNamesTheMethods() {
        Answer answer = closed.send("OPTIONS", "/_emulator/settings", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).contains("PATCH");
        assertClosed(answer);
    }
}
