package org.connectchat.flow.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.settings.ValidatedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ViewSettingsTest {

    @EnableConfigurationProperties(ViewSettings.class)
    static class Settings {}

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, ValidatedSettings.class)
            .withPropertyValues(
                    "emulator.views[0].id=form",
                    "emulator.views[0].name=Form",
                    "emulator.views[0].template={}",
                    "emulator.views[1].id=list",
                    "emulator.views[1].name=List",
                    "emulator.views[1].template=[]");

    @Test
    void aCatalogueIsRead() {
        context.run(started -> assertThat(started.getBean(ViewSettings.class).views())
                .extracting(ViewSettings.View::id)
                .containsExactly("form", "list"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "emulator.views[0].id=a/b          | as it is also the view token",
                "emulator.views[0].id=             | as it is also the view token",
                "emulator.views[0].name=           | size must be between 1 and 255",
                "emulator.views[0].template=no JSON | template must be a JSON text",
                "emulator.views[0].template=\"text\" | template must be a JSON text",
                "emulator.views[0].input-schema={  | input-schema must be a JSON text",
                "emulator.views[0].version=0       | must be greater than 0",
                "emulator.views[1].id=form         | two views of the same id",
                "emulator.views[2].id=third        | must not be null",
            })
    void aViewThatCannotBeIsRefused(String setting, String reason) {
        context.withPropertyValues(setting)
                .run(failed -> assertThat(failed.getStartupFailure()).hasStackTraceContaining(reason));
    }
}
