package org.connectchat.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.ControlApiTest.problem;

import org.connectchat.Emulator;
import org.connectchat.Emulator.Answer;
import org.connectchat.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that ids follow from a seed where configuration allows it, and nowhere else. */
class IdsTest {

    @Test
    @Rule("C9")
    void withoutTheSettingASeedIsRefused() {
        Emulator emulator = Emulator.withDefaults();

        problem(emulator.send("PUT", "/_emulator/ids", "{\"seed\": 1}"), 409, "emulator.ids.seedable");
        assertThat(emulator.send("GET", "/_emulator/ids", null).body()).isEqualTo("{\"seedable\":false}");
    }

    @Test
    @Rule("C9")
    void aSeedWaitsForTheNextReset() {
        try (Emulator emulator = Emulator.own("emulator.ids.seedable=true")) {
            Answer answer = emulator.send("PUT", "/_emulator/ids", "{\"seed\": -9223372036854775808}");

            assertThat(answer.body()).isEqualTo("{\"seedable\":true,\"seed\":-9223372036854775808}");
            assertThat(emulator.send("PUT", "/_emulator/ids", "{\"seed\": null}")
                            .body())
                    .isEqualTo("{\"seedable\":true}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "true", "9223372036854775808", "[]"})
    @Rule("C9")
    void aSeedThatIsNoIntegerIsAProblem(String seed) {
        problem(
                Emulator.withDefaults().send("PUT", "/_emulator/ids", "{\"seed\": " + seed + "}"),
                400,
                "seed: must be an integer");
    }
}
