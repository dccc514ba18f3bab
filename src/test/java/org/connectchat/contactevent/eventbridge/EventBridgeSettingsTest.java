package org.connectchat.contactevent.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** Shows where events are sent, and that a wrong setting stops the start. */
@ExtendWith(OutputCaptureExtension.class)
class EventBridgeSettingsTest {

    @ParameterizedTest
    @Rule("E1")
    @CsvSource({
        "http://one, http://two, http://three, http://one",
        "'', http://two, http://three, http://two",
        "'', '', http://three, ",
        "'', '', '', "
    })
    void theEndpointIsTheFirstThatIsConfigured(String setting, String eventBridge, String aws, String endpoint) {
        EventBridgeSettings settings =
                new EventBridgeSettings(setting.isEmpty() ? null : URI.create(setting), "default");

        assertThat(settings.url(new MockEnvironment()
                        .withProperty("AWS_ENDPOINT_URL_EVENTBRIDGE", eventBridge)
                        .withProperty("AWS_ENDPOINT_URL", aws)))
                .isEqualTo(endpoint == null ? null : URI.create(endpoint));
    }

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(
            delimiter = '|',
            value = {
                "emulator.eventbridge.endpoint=ftp://bus | http or https",
                "emulator.eventbridge.event-bus= | size must be between 1 and 1600",
                "AWS_ENDPOINT_URL_EVENTBRIDGE=a b | AWS_ENDPOINT_URL_EVENTBRIDGE",
            })
    void aWrongSettingStopsTheStartAndIsNamed(String setting, String reason, CapturedOutput output) {
        assertThatThrownBy(() -> Emulator.own(setting).close()).isInstanceOf(Exception.class);

        assertThat(output).contains(reason).doesNotContain("\tat ");
    }

    @Test
    @Rule("E1")
    void theSettingsDoNotShowTheUrl() {
        assertThat(new EventBridgeSettings(URI.create("http://user:secret@bus"), "default"))
                .asString()
                .doesNotContain("secret");
    }
}
