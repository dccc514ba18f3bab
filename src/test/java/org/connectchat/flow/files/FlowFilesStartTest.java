package org.connectchat.flow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows a folder of flows with the whole emulator. */
@ExtendWith(OutputCaptureExtension.class)
class FlowFilesStartTest {

    @TempDir
    private Path folder;

    @Test
    @Rule("F77")
    void wrongFilesStopTheStartAndAreNamed(CapturedOutput log) throws IOException {
        Files.writeString(folder.resolve("one.json"), Flows.BROKEN);
        Files.writeString(folder.resolve("two.json"), "no JSON");

        assertThatThrownBy(() -> Emulator.own("emulator.flows.folder=" + folder).close())
                .isInstanceOf(Exception.class);

        assertThat(log.toString())
                .contains("APPLICATION FAILED TO START")
                .contains("one.json: StartAction names no action of this flow")
                .contains("two.json: ")
                .doesNotContain("\tat ");
    }

    @Test
    @Rule({"F75", "F84"})
    void flowsOfFilesAreDescribedAndReadAgainByThemselves() throws IOException {
        Path file = Files.writeString(folder.resolve("greeting.json"), Flows.SMALLEST);
        try (Emulator emulator = Emulator.own("emulator.flows.folder=" + folder)) {
            String path = "/contact-flows/any/greeting";
            assertThat(emulator.send("GET", path, null)
                            .json()
                            .at("/ContactFlow/Content")
                            .asString())
                    .isEqualTo(Flows.SMALLEST);

            String changed = Flows.SMALLEST.replace("end", "finally");
            FlowFiles files = emulator.bean(FlowFiles.class);
            FlowReload before = files.lastReload();

            Files.writeString(file, changed);
            await().untilAsserted(() -> assertThat(files.lastReload()).isNotSameAs(before));
            assertThat(emulator.send("GET", path, null)
                            .json()
                            .at("/ContactFlow/Content")
                            .asString())
                    .isEqualTo(changed);
        }
    }
}
