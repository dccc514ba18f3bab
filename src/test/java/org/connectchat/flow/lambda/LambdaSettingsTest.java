package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.connectchat.settings.ValidatedSettings;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class LambdaSettingsTest {

    private static final String PREFIX = "emulator.flows.lambda.";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Bound.class, ValidatedSettings.class);

    @EnableConfigurationProperties(LambdaSettings.class)
    static class Bound {}

    @Test
    @Rule("F57")
    void aFunctionIsNamedByItsNameOrItsArn() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "test",
                                Map.of(
                                        PREFIX + "functions.greet-customer", "http://localhost:9001/greet",
                                        PREFIX + "functions[" + Calls.ARN + "]", "https://localhost:9002"))))
                .run(context -> assertThat(context.getBean(LambdaSettings.class).functions())
                        .containsOnly(
                                Map.entry("greet-customer", URI.create("http://localhost:9001/greet")),
                                Map.entry(Calls.ARN, URI.create("https://localhost:9002"))));
    }

    @Test
    @Rule("F57")
    void anEnvironmentVariableNamesAFunctionWithoutItsHyphens() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "a-systemEnvironment",
                                Map.of("EMULATOR_FLOWS_LAMBDA_FUNCTIONS_GREETCUSTOMER", "http://localhost:9001"))))
                .run(context -> {
                    LambdaSettings settings = context.getBean(LambdaSettings.class);

                    assertThat(settings.functions()).containsOnlyKeys("greetcustomer");
                });
    }

    @ParameterizedTest
    @Rule("F57")
    @CsvSource({
        "endpoint=localhost, endpoint must be an http or https URL",
        "endpoint=ftp://host, endpoint must be an http or https URL",
        "endpoint=http://my_host:1, endpoint must be an http or https URL",
        "endpoint=http://host/?a=b, endpoint must be an http or https URL",
        "functions.greet=/greet, functions must have http or https URLs",
        "'functions[a name]=http://host', functions must have names or ARNs",
        "access-key-id=a, access-key-id and secret-access-key must be given together",
        "session-token=a, access-key-id and secret-access-key must be given together",
    })
    void aSettingThatCannotBeUsedStopsTheStart(String setting, String problem) {
        runner.withPropertyValues(PREFIX + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(problem));
    }

    @Test
    @Rule("F57")
    void itsTextHoldsNoSecret() {
        LambdaSettings settings = new LambdaSettings(
                null, Map.of("greet", URI.create("http://host/?code=hidden")), "a", "hidden", "hidden");

        assertThat(settings.toString()).isEqualTo("LambdaSettings[[greet]]").doesNotContain("hidden");
        assertThat(settings.accessKey(new MockEnvironment())).hasToString("AccessKey[a]");
    }
}
