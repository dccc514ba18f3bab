package org.connectchat.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that the control API answers beside the AWS operations and says no in its own form. */
public class ControlApiTest {

    private final Emulator emulator = Emulator.withDefaults();

    @Test
    @Rule("C10")
    void theClockCanBeRead() {
        Answer answer = emulator.send("GET", "/_emulator/clock", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("mode")).isEqualTo("SYSTEM");
        assertThat(answer.text("offset")).isEqualTo("PT0S");
    }

    @Test
    @Rule("C10")
    void everyResponseHasARequestIdAndNoHeaderOfAws() {
        for (String path : new String[] {"/_emulator/clock", "/_emulator/nothing"}) {
            Answer answer = emulator.send("GET", path, null);

            assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("x-amzn-ErrorType")).isEmpty();
        }
    }

    @Test
    @Rule("C10")
    void anUnknownPathIsAProblem() {
        for (String path : new String[] {"/_emulator", "/_emulator/", "/_emulator/nothing", "/_emulator/clock/"}) {
            problem(emulator.send("GET", path, null), 404, "Nothing is served at " + path);
        }
    }

    @Test
    @Rule("C10")
    void aWrongMethodIsAProblemThatNamesTheRightOnes() {
        Answer answer = emulator.send("DELETE", "/_emulator/clock", null);

        problem(answer, 405, "Allowed: GET");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    @Rule("C10")
    void anUnknownQueryParameterIsAProblemThatNamesIt() {
        Answer answer = emulator.send("GET", "/_emulator/faults/any?zone=UTC", null);

        problem(answer, 400, "zone: is unknown; there are no query parameters here");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_emulator/contacts",
                "/_emulator/contacts/nothing",
                "/_emulator/calls",
                "/_emulator/faults",
                "/_emulator/settings",
                "/_emulator/ids"
            })
    @Rule("C10")
    void everyResourceRefusesUnknownParametersAndUnreadBodies(String path) {
        problem(emulator.send("GET", path + "?zone=UTC", null), 400, "zone: is unknown");
        problem(emulator.send("GET", path, "{\"zone\": \"UTC\"}"), 400, "This call takes no body");
    }

    @Test
    @Rule("C10")
    void aProblemHasItsMembersInOrder() {
        Answer response = emulator.send("GET", "/_emulator/nothing", null);

        assertThat(response.body()).isEqualTo("""
            {"type":"about:blank","title":"Not Found","status":404,\
            "detail":"Nothing is served at /_emulator/nothing; see /_emulator/docs",\
            "instance":"/_emulator/nothing","errors":[]}\
            """);
    }

    @Test
    @Rule("C10")
    void aQueryParameterThatIsGivenTwiceIsAProblemThatNamesIt() {
        Answer answer = emulator.send("GET", "/_emulator/contacts?displayName=Ada&displayName=Bob", null);

        problem(answer, 400, "displayName: is given more than once");
    }

    @Test
    @Rule("C10")
    void optionsAreThoseOfThePath() {
        Answer clock = emulator.send("OPTIONS", "/_emulator/clock", null);

        assertThat(clock.status()).isEqualTo(200);
        assertThat(clock.header("Allow")).contains("GET", "OPTIONS").doesNotContain("DELETE");
        problem(emulator.send("OPTIONS", "/_emulator/nope", null), 404, "Nothing is served at /_emulator/nope");
    }

    @Test
    @Rule("C10")
    void anEmptyQueryParameterIsAProblemThatNamesIt() {
        for (String call : new String[] {
            "contacts?state=",
            "contacts?disconnectReason",
            "contacts?displayName=",
            "calls/count?status=",
            "calls?operation=",
            "calls?since="
        }) {
            Answer answer = emulator.send("GET", "/_emulator/" + call, null);

            problem(answer, 400, "must not be empty");
            assertThat(answer.json().at("/errors/0/field").asString())
                    .isEqualTo(call.replaceFirst(".*\\?", "").replace("=", ""));
        }
    }

    @Test
    @Rule("C10")
    void aBodyWhereNoneIsReadIsAProblem() {
        for (String body : new String[] {"{\"at\": \"2026-01-01T00:00:00Z\"}", "[]", "x", " ".repeat(300)}) {
            problem(emulator.send("POST", "/_emulator/clock/freeze", body), 400, "This call takes no body");
        }
        assertThat(emulator.send("GET", "/_emulator/clock", null).text("mode")).isEqualTo("SYSTEM");

        assertThat(emulator.send("POST", "/_emulator/clock/resume", " {} ").status())
                .isEqualTo(200);
    }

    @Test
    @Rule("C10")
    void aQueryThatIsNotEncodedIsAProblem() {
        problem(
                emulator.send("GET", "/_emulator/clock?%C3%28=%FF&a%00b=1", BodyPublishers.noBody()),
                400,
                "The query cannot be read");
    }

    @Test
    @Rule("C10")
    void thePageAndTheDocumentAreServed() {
        Answer document = emulator.send("GET", "/_emulator/openapi", null);
        Answer page = emulator.send("GET", "/_emulator/docs", null);

        assertThat(document.json().path("paths").propertyNames()).contains("/_emulator/clock");
        assertThat(page.header("Location")).isNotEmpty();
        assertThat(emulator.send("GET", page.header("Location"), null).body()).contains("swagger");
        String files = page.header("Location").replace("index.html", "");
        assertThat(emulator.send("GET", files + "swagger-ui-bundle.js", null).header("Content-Type"))
                .isEqualTo("text/javascript");
        assertThat(emulator.send("GET", files + "swagger-initializer.js", null).body())
                .contains("'/_emulator/openapi'");
        problem(emulator.send("GET", files + "nothing.js", null), 404, "Nothing is served at");
    }

    public static void problem(Answer answer, int status, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("about:blank");
        assertThat(answer.text("title")).isNotEmpty();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("detail")).contains(detail);
        assertThat(answer.text("instance")).isEqualTo(answer.response().uri().getRawPath());
        assertThat(answer.json().path("errors").isArray()).isTrue();
    }
}
