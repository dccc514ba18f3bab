package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that a wrong setting of queues, hours or agents stops the start, and that the log names it. */
@ExtendWith(OutputCaptureExtension.class)
@SameOnEveryJdk
class WrongRoutingSettingsTest {

    private static final String[] RIGHT = {
        "emulator.flows.queues[0].id=sales",
        "emulator.flows.hours[0].id=office",
        "emulator.flows.hours[0].time-zone=UTC",
        "emulator.flows.hours[0].config[0].day=monday",
        "emulator.flows.hours[0].config[0].start=09:00",
        "emulator.flows.hours[0].config[0].end=17:00",
        "emulator.flows.hours[0].overrides[0].name=Christmas",
        "emulator.flows.hours[0].overrides[0].effective-from=2026-12-24",
        "emulator.flows.hours[0].overrides[0].effective-till=2026-12-26",
        "emulator.flows.agents[0].id=ada"
    };

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.flows.queues[0].id                             |            | 500
            emulator.flows.queues[0].maximum                        | -1         | 0
            emulator.flows.queues[0].maximum                        | many       | a whole number
            emulator.flows.hours[0].id                              |            | 500
            emulator.flows.hours[0].time-zone                       | Europe/Bln | Europe/Berlin
            emulator.flows.hours[0].config[0].day                   | someday    | monday
            emulator.flows.hours[0].config[0].start                 | 9:00       | 00:00 to 23:59
            emulator.flows.hours[0].config[0].start                 | 540        | quotation marks in YAML
            emulator.flows.hours[0].config[0].end                   | 24:00      | 00:00 to 23:59
            emulator.flows.hours[0].overrides[0].effective-from     | 24.12.2026 | 2026-12-24
            emulator.flows.hours[0].overrides[0].effective-till     | 2026-02-30 | 2026-12-24
            emulator.flows.hours[0].overrides[0].effective-till     | 2026-12-23 | not before effective-from
            emulator.flows.agents[0].id                             |            | 256
            emulator.flows.agents[0].capacity                       | 0          | greater than 0
            emulator.flows.agents[0].state                          | asleep     | one of available, busy, offline
            emulator.flows.agents[0].auto-accept                    | perhaps    | true or false
            """)
    void aWrongValueIsNamedWithWhatIsAllowed(String setting, String value, String allowed, CapturedOutput log) {
        startWith(setting + "=" + (value == null ? "" : value));

        assertThat(log).contains("Property: " + setting).contains(allowed);
    }

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.flows.queues[1].id=sales                    | emulator.flows.queues | two queues of the same id
            emulator.flows.queues[0].hours-of-operation=shop     | emulator.flows.queues | that emulator.flows.hours has
            emulator.flows.agents[0].queues[0]=support           | emulator.flows.agents | that emulator.flows.queues has
            emulator.flows.agents[1].id=ada                      | emulator.flows.agents | two agents of the same id
            """)
    void settingsThatDoNotFitTogetherAreNamed(String setting, String property, String reason, CapturedOutput log) {
        startWith(setting);

        assertThat(log).contains("Property: " + property).contains(reason);
    }

    private static void startWith(String wrong) {
        String[] settings = Stream.concat(
                        Arrays.stream(RIGHT)
                                .filter(right -> !right.startsWith(wrong.substring(0, wrong.indexOf('=') + 1))),
                        Stream.of(wrong))
                .toArray(String[]::new);
        assertThatThrownBy(() -> Emulator.own(settings).close()).isInstanceOf(Exception.class);
    }
}
