package org.connectchat.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Shows that a setting that does not exist stops the start, and that the log names the one that was probably meant. */
@ExtendWith(OutputCaptureExtension.class)
@SameOnEveryJdk
class UnknownSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "emulator.chat.retension, emulator.chat.retention",
        "emulator.retention, emulator.chat.retention",
        "emulator.throttling.operations.StartChatContact.brust, emulator.throttling.operations.*.burst",
        "emulator.publik-url, emulator.public-url",
    })
    void aMisspeltSettingStopsTheStartAndTheMostSimilarOneIsNamed(String setting, String nearest, CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(setting + "=1").close()).isInstanceOf(Exception.class);

        assertThat(log.toString())
                .contains("APPLICATION FAILED TO START")
                .contains("Property: " + setting)
                .contains("does not exist; the most similar setting is " + nearest)
                .doesNotContain("\tat ");
    }

    /** Spring Boot itself refuses these while it binds the list. */
    @Test
    void aMisspeltSettingOfAListElementStopsTheStart(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own("emulator.instances[0].id=shop", "emulator.instances[0].flow[0].id=sales")
                        .close())
                .isInstanceOf(Exception.class);

        assertThat(log.toString())
                .contains("APPLICATION FAILED TO START")
                .contains("Property: emulator.instances[0].flow[0].id")
                .doesNotContain("\tat ");
    }

    @Test
    void aMisspeltEnvironmentVariableStopsTheStart(CapturedOutput log) {
        assertThatThrownBy(() -> start(Map.of("EMULATOR_CHAT_RETENSION", "1h"))).isInstanceOf(Exception.class);

        assertThat(log.toString())
                .contains("Property: EMULATOR_CHAT_RETENSION")
                .contains("the most similar setting is emulator.chat.retention");
    }

    @Test
    void variablesThatResembleNoSettingBelongToOthers() {
        start(Map.of("EMULATOR_JAR", "emulator.jar", "EMULATOR_URL", "http://localhost:8080", "EMULATOR_HOME", "/opt"));
    }

    @Test
    void theVariablesOfAKubernetesServiceAreNoSettings() {
        start(Map.of(
                "EMULATOR_SERVICE_HOST", "10.0.0.1",
                "EMULATOR_SERVICE_PORT_HTTP", "80",
                "EMULATOR_PORT", "tcp://10.0.0.1:80",
                "EMULATOR_PORT_80_TCP_ADDR", "10.0.0.1"));
    }

    private static void start(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class);
        application.setEnvironment(environment);
        application.run("--server.port=0").close();
    }
}
