package org.connectchat.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.net.http.HttpRequest.BodyPublishers;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that the control API reads and writes JSON and no other format. */
class JsonOnlyTest {

    private final Emulator emulator = Emulator.withDefaults();

    @ParameterizedTest
    @Rule("C10")
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/cbor",
                "application/x-jackson-smile",
                "application/xml",
                "text/xml",
                "text/plain"
            })
    void aBodyOfAnotherFormatIsNotRead(String type) {
        String before = emulator.send("GET", "/_emulator/clock", null).text("mode");

        for (String path : new String[] {"/_emulator/reset", "/_emulator/clock/advance"}) {
            Answer answer =
                    emulator.send("POST", path, BodyPublishers.ofString("by: PT1S\nby: PT2S"), "Content-Type", type);

            problem(answer, 415, "The Content-Type " + type);
            assertThat(answer.text("detail")).contains("application/json");
        }
        assertThat(emulator.send("GET", "/_emulator/clock", null).text("mode")).isEqualTo(before);
    }

    @ParameterizedTest
    @Rule("C10")
    @ValueSource(strings = {"application/yaml", "application/cbor", "application/x-jackson-smile", "application/xml"})
    void aResponseOfAnotherFormatIsNotWritten(String type) {
        problem(
                emulator.send("GET", "/_emulator/clock", BodyPublishers.noBody(), "Accept", type),
                406,
                "application/json");
    }

    @Test
    @Rule("C10")
    void aContentTypeThatCannotBeReadIsSaidToBeMalformed() {
        Answer answer = emulator.send(
                "POST",
                "/_emulator/clock/advance",
                BodyPublishers.ofString("{\"by\": \"PT1S\"}"),
                "Content-Type",
                "junk");

        problem(answer, 415, "The Content-Type header is malformed; it must be application/json");
    }
}
