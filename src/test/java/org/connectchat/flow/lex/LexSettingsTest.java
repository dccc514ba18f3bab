package org.connectchat.flow.lex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.lex.script.ScriptReply;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.settings.ValidatedSettings;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.env.MockEnvironment;

/** Shows how bots are configured, and that a wrong setting stops the start. */
@ExtendWith(OutputCaptureExtension.class)
@SameOnEveryJdk
class LexSettingsTest {

    @Test
    @Rule("F69")
    void yamlHoldsTextsAndTemplates() {
        String yaml = """
                emulator.flows.lex.bots:
                  arn:aws:lex:eu-west-2:1:bot-alias/B1/A1:
                    rules:
                    - when: {exact: menu}
                      messages:
                      - Choose
                      - templateType: ListPicker
                        version: "1.0"
                        data:
                          content:
                            title: What?
                            elements:
                            - title: Tea
                              count: 2
                            - title: Milk
                      elicit: true
                      delay: 2s
                """;

        assertThat(reply(yaml(yaml), "arn:aws:lex:eu-west-2:1:bot-alias/B1/A1", "menu")
                        .messages())
                .containsExactly(
                        "Choose",
                        "{\"templateType\":\"ListPicker\",\"version\":\"1.0\",\"data\":{\"content\":{\"title\":\"What?\","
                                + "\"elements\":[{\"title\":\"Tea\",\"count\":2},{\"title\":\"Milk\"}]}}}");
    }

    @Test
    @Rule("F69")
    void environmentVariablesHoldThemToo() {
        PropertySource<?> environment = new SystemEnvironmentPropertySource(
                "test-systemEnvironment",
                Map.of(
                        "EMULATOR_FLOWS_LEX_BOTS_GREETER_RULES_0_WHEN_REGEX", "my name is (\\w+)",
                        "EMULATOR_FLOWS_LEX_BOTS_GREETER_RULES_0_MESSAGES_0", "Hello {1}",
                        "EMULATOR_FLOWS_LEX_BOTS_GREETER_RULES_0_MESSAGES_1",
                                "{\"templateType\":\"Panel\",\"version\":\"1.0\",\"data\":{\"content\":{}}}",
                        "EMULATOR_FLOWS_LEX_BOTS_GREETER_RULES_0_INTENT", "Greet"));

        ScriptReply reply = reply(environment, "Greeter", "my name is Ada");

        assertThat(reply.messages())
                .containsExactly(
                        "Hello Ada", "{\"templateType\":\"Panel\",\"version\":\"1.0\",\"data\":{\"content\":{}}}");
        assertThat(reply.intent()).isEqualTo("Greet");
    }

    @ParameterizedTest
    @Rule("F68")
    @CsvSource({
        "http://one, http://two, http://three, http://one",
        "'', http://two, http://three, http://two",
        "'', '', http://three, http://three",
        "'', '', '', "
    })
    void theEndpointIsTheFirstThatIsConfigured(String setting, String lex, String aws, String endpoint) {
        assertThat(LexConfiguration.endpoint(
                        new LexSettings(setting.isEmpty() ? null : URI.create(setting), Map.of()),
                        new MockEnvironment()
                                .withProperty("AWS_ENDPOINT_URL_LEX_RUNTIME_V2", lex)
                                .withProperty("AWS_ENDPOINT_URL", aws)))
                .isEqualTo(endpoint == null ? null : URI.create(endpoint));
    }

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.flows.lex.endpoint                          | ftp://lex | http or https
            emulator.flows.lex.endpoint                          | localhost | http or https
            AWS_ENDPOINT_URL_LEX_RUNTIME_V2                      | a b       | http or https
            emulator.flows.lex.bots.greeter.rules[0].when.regex  | (         | missing closing
            emulator.flows.lex.bots.greeter.rules[0].delay       | soon      | 500ms
            emulator.flows.lex.bots.greeter.rules[0].when.exakt  | x         | left unbound
            """)
    void aWrongSettingStopsTheStartAndIsNamed(String setting, String value, String allowed, CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(setting + "=" + value).close()).isInstanceOf(Exception.class);

        assertThat(log.toString()).contains("Property: " + setting, allowed).doesNotContain("\tat ");
    }

    @Test
    @Rule("F69")
    void settingsOfBotsAreKnown() throws Exception {
        try (Emulator emulator = Emulator.own(
                "emulator.flows.lex.bots.greeter.rules[0].when.any=true",
                "emulator.flows.lex.bots.greeter.rules[0].messages[0]=You said {input}",
                "emulator.flows.lex.bots.greeter.rules[0].messages[1].templateType=Panel",
                "emulator.flows.lex.bots.greeter.rules[0].messages[1].data.content.elements[0].title=Tea",
                "emulator.flows.lex.bots.greeter.rules[0].slots.size={input}",
                "emulator.flows.lex.bots.greeter.rules[0].intent=Echo")) {
            assertThat(emulator).isNotNull();
        }
    }

    @Test
    void nothingOfTheSdkIsLoadedAtTheStart(@TempDir Path directory) throws IOException {
        Path classes = directory.resolve("classes.txt");
        try (ChildEmulator emulator = ChildEmulator.start(
                directory,
                List.of("-Xlog:class+load:file=" + classes),
                "emulator.flows.lex.endpoint=http://localhost:1",
                "emulator.eventbridge.endpoint=http://localhost:1",
                "emulator.flows.lex.bots.greeter.rules[0].when.any=true",
                "emulator.flows.lex.bots.greeter.rules[0].elicit=true")) {
            assertThat(emulator.port()).isPositive();
            assertThat(Files.readAllLines(classes))
                    .anyMatch(line -> line.contains("org.connectchat.flow.lex.Bots "))
                    .noneMatch(line -> line.contains("software.amazon.awssdk"));
        }
    }

    private static ScriptReply reply(PropertySource<?> settings, String bot, String input) {
        ScriptReply[] reply = new ScriptReply[1];
        new ApplicationContextRunner()
                .withUserConfiguration(LexConfiguration.class, ValidatedSettings.class)
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(settings))
                .run(context -> reply[0] = context.getBean(ScriptedBots.class)
                        .find(null, List.of(bot))
                        .reply("c-1", input, false, null));
        return reply[0];
    }

    private static PropertySource<?> yaml(String text) {
        try {
            return new YamlPropertySourceLoader()
                    .load("yaml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
