package org.connectchat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.connectchat.settings.ValidatedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class AttachmentSettingsTest {

    @EnableConfigurationProperties(AttachmentSettings.class)
    static class Settings {}

    private final AttachmentSettings settings = new AttachmentSettings(
            DataSize.ofMegabytes(20), 35, Set.of("pdf", ".PNG", " Tiff "), Duration.ofMinutes(5), null);

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "a.PDF", "a.b.png", ".pdf", "dir/a.Pdf"})
    void allowsItsExtensionsInAnyCase(String name) {
        assertThat(settings.allows(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "pdf", "a.pdf.exe", "a.pdf ", "a.", "a.pdf/b", ""})
    void allowsNothingElse(String name) {
        assertThat(settings.allows(name)).isFalse();
    }

    @Test
    void aFolderMayBeSet(@TempDir Path folder) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, ValidatedSettings.class)
                .withPropertyValues("emulator.attachments.folder=" + folder)
                .run(started -> assertThat(
                                started.getBean(AttachmentSettings.class).folder())
                        .isEqualTo(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-size=0",
                "max-size=2GB",
                "max-per-chat=-1",
                "extensions=",
                "upload-url-lifetime=0s",
                "upload-url-lifetime=8d",
                "folder=pom.xml",
            })
    void nonsenseIsRefusedAtTheStart(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, ValidatedSettings.class)
                .withPropertyValues("emulator.attachments." + setting)
                .run(failed -> assertThat(failed.getStartupFailure()).hasStackTraceContaining("emulator.attachments"));
    }
}
