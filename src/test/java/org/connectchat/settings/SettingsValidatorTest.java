package org.connectchat.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.Errors;
import org.springframework.validation.SimpleErrors;
import org.springframework.validation.Validator;

/** Shows why defaults need no validation, and that a start without settings does not load the classes of Bean Validation. */
@SameOnEveryJdk
class SettingsValidatorTest {

    @TempDir
    private Path directory;

    @Test
    void theDefaultsOfAllSettingsAreRight() {
        try (Emulator emulator = Emulator.own()) {
            List<Object> settings = emulator.beans(Object.class).stream()
                    .filter(bean -> bean.getClass().isRecord()
                            && bean.getClass().isAnnotationPresent(ConfigurationProperties.class))
                    .toList();
            assertThat(settings).hasSizeGreaterThan(20);

            Validator validator = LazyValidator.create();
            for (Object each : settings) {
                Errors errors = new SimpleErrors(each);
                validator.validate(each, errors);
                assertThat(errors.getAllErrors()).as(each.toString()).isEmpty();
            }
        }
    }

    @Test
    void aStartWithoutSettingsLoadsNoValidator() {
        try (ChildEmulator emulator = ChildEmulator.start(directory, List.of("-Xlog:class+load"))) {
            assertThat(emulator.output())
                    .contains(" org.connectchat.settings.SettingsValidator source:")
                    .doesNotContain(" org.hibernate.validator.HibernateValidator source:");
        }
    }

    @Test
    void aStartWithASettingValidatesIt() {
        try (ChildEmulator emulator =
                ChildEmulator.start(directory, List.of("-Xlog:class+load"), "emulator.chat.retention=2h")) {
            assertThat(emulator.output()).contains(" org.hibernate.validator.HibernateValidator source:");
        }
    }
}
