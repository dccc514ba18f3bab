package org.connectchat.control.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that ids follow from a seed where configuration allows it, and nowhere else. */
@ExtendWith(OutputCaptureExtension.class)
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

    @Test
    @Rule("C9")
    void theSameCallsGetTheSameIdsAndTokensAfterEveryReset() {
        try (Emulator emulator = Emulator.own("emulator.ids.seedable=true");
                Emulator other = Emulator.own("emulator.ids.seedable=true")) {
            List<String> first = idsOfAChat(emulator, "7");

            assertThat(idsOfAChat(emulator, "7")).isEqualTo(first);
            assertThat(idsOfAChat(other, "7")).isEqualTo(first);
            assertThat(idsOfAChat(other, "8")).doesNotContainAnyElementsOf(first);
            assertThat(idsOfAChat(other, "null")).doesNotContainAnyElementsOf(first);
        }
    }

    private static List<String> idsOfAChat(Emulator emulator, String seed) {
        emulator.send("PUT", "/_emulator/ids", "{\"seed\": " + seed + "}");
        Control control = new Control(emulator);
        control.post("/reset");
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        Control.Agent edsger = grace.transferTo("Edsger");
        return List.of(
                chat.contactId(),
                chat.customer().id(),
                chat.customer().participantToken(),
                chat.customer().connectionToken(),
                chat.customer().say("hello").text("Id"),
                grace.id(),
                edsger.id(),
                edsger.contactId(),
                edsger.party().participantToken());
    }

    @Test
    @Rule("C9")
    void aConfiguredSeedCountsFromTheStartOnAndAfterEachReset() {
        String[] settings = {"emulator.ids.seedable=true", "emulator.ids.seed=7"};
        try (Emulator emulator = Emulator.own(settings);
                Emulator other = Emulator.own(settings)) {
            String first = emulator.started(Emulator.SMALLEST_START);
            emulator.send("POST", "/_emulator/reset", "{}");

            assertThat(other.started(Emulator.SMALLEST_START)).isEqualTo(first);
            assertThat(emulator.started(Emulator.SMALLEST_START)).isEqualTo(first);
            assertThat(emulator.send("GET", "/_emulator/ids", null).body())
                    .isEqualTo("{\"seedable\":true,\"seed\":7,\"current\":7}");
        }
    }

    @Test
    @Rule("C9")
    void aConfiguredSeedThatIsNotAllowedStopsTheStart(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own("emulator.ids.seed=7").close()).isInstanceOf(Exception.class);

        assertThat(log).contains("Property: emulator.ids.seed\n").contains("Reason: needs emulator.ids.seedable=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "true", "9223372036854775808", "[]"})
    @Rule("C9")
    void aSeedThatIsNotAnIntegerIsAProblem(String seed) {
        problem(
                Emulator.withDefaults().send("PUT", "/_emulator/ids", "{\"seed\": " + seed + "}"),
                400,
                "seed: must be an integer");
    }

    @Test
    @Rule("T15")
    void aFileMayComeAgainWithTheSameIdsWhileThoseBeforeTheResetAreDeleted() {
        try (Emulator emulator = Emulator.own("emulator.ids.seedable=true", "emulator.throttling.enabled=false")) {
            emulator.send("PUT", "/_emulator/ids", "{\"seed\": 7}");
            for (int i = 0; i < 50; i++) {
                emulator.send("POST", "/_emulator/reset", "{}");
                Sharer sharer = Sharer.customer(emulator);
                String attachment = sharer.shared("a.pdf", new byte[10]);
                assertThat(emulator.send("GET", sharer.downloadPath(attachment), null)
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
