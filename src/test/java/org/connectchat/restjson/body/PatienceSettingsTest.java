package org.connectchat.restjson.body;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

class PatienceSettingsTest {

    private static final PatienceSettings PATIENCE =
            new PatienceSettings(Duration.ofSeconds(20), Duration.ofSeconds(30));

    @ParameterizedTest
    @Rule("R20")
    @ValueSource(longs = {1, 20_001, 30_000})
    void tomcatMustWaitForLongerThanBoth(long millis) {
        assertThatThrownBy(() -> PATIENCE.requireLonger(Duration.ofMillis(millis)))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    /** Tomcat waits without a limit if the value is zero or less. */
    @ParameterizedTest
    @Rule("R20")
    @ValueSource(longs = {30_001, 0, -1})
    void tomcatMayWaitWithoutALimit(long millis) {
        assertThatCode(() -> PATIENCE.requireLonger(Duration.ofMillis(millis))).doesNotThrowAnyException();
    }
}
