package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state file that is a mount of its own, as in a container. It takes a mount namespace, which not every machine allows. */
class MountedStateFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aMountIsPossible() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("probe"));
        boolean possible;
        try {
            possible = new ProcessBuilder("unshare", "-rm", "mount", "--bind", file.toString(), file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("probe.txt").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            possible = false;
        }
        assumeTrue(possible, "unshare -rm mount --bind does not work here, so no file can be mounted");
    }

    private ChildEmulator emulator(Path outside, Path inside) {
        String mount = "mount --bind " + outside + " " + inside + " && exec \"$@\"";
        return ChildEmulator.start(
                folder,
                List.of("unshare", "-rm", "sh", "-c", mount, "sh"),
                List.of("-Xmx96m"),
                "emulator.state.file=" + inside);
    }

    @Test
    @Rule("V7")
    void isSavedAndLoaded() throws Exception {
        Path outside = Files.createFile(folder.resolve("on-the-host.json"));
        Path inside =
                Files.createFile(Files.createDirectory(folder.resolve("data")).resolve("state.json"));
        String contactId;
        try (ChildEmulator first = emulator(outside, inside)) {
            contactId = Chat.JSON
                    .readTree(first.send("PUT", "/contact/chat", Emulator.SMALLEST_START)
                            .body())
                    .path("ContactId")
                    .asString();
            first.stop();
            assertThat(first.output()).contains("is mounted by itself, so it was overwritten in place");
        }

        try (ChildEmulator second = emulator(outside, inside)) {
            assertThat(second.send("GET", "/_emulator/contacts/" + contactId, null)
                            .body())
                    .contains("ACTIVE");
        }
    }
}
