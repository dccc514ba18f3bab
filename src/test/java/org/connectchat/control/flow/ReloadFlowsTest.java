package org.connectchat.control.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Shows that a test can have the files of flows read again. */
class ReloadFlowsTest {

    @Test
    @Rule({"F75", "F77"})
    void theFilesAreReadAgainAndWhatIsWrongIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("first.json"), Flows.WAITING);
        try (Emulator emulator = Emulator.own("emulator.flows.folder=" + folder)) {
            Control control = new Control(emulator);
            assertThat(control.get("/flows").path("flows").findValuesAsString("id"))
                    .containsExactly("first");
            assertThat(control.get("/flows").at("/flows/0").has("instanceId")).isFalse();

            Files.writeString(folder.resolve("first.json"), Flows.BROKEN);
            Files.writeString(folder.resolve("second.json"), Flows.QUEUEING);
            JsonNode reloaded = control.post("/flows/reload");

            assertThat(reloaded.path("flows").asInt()).isEqualTo(2);
            assertThat(reloaded.path("modules").asInt()).isZero();
            assertThat(reloaded.path("errors").propertyNames()).containsExactly("first.json");
            assertThat(reloaded.at("/errors/first.json").toString()).contains("StartAction");
            assertThat(reloaded.path("at").asString()).endsWith("Z");
            assertThat(control.get("/flows").path("flows").findValuesAsString("id"))
                    .containsExactly("first", "second");
        }
    }

    @Test
    @Rule("F77")
    void withoutFilesThereIsNothingToReadAgain() {
        JsonNode reloaded = new Control(Emulator.unthrottled()).post("/flows/reload");

        assertThat(reloaded.path("flows").asInt()).isZero();
        assertThat(reloaded.path("errors")).isEmpty();
    }
}
