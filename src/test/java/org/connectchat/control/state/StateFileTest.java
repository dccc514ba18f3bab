package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Stops emulators and starts them again with the file of the one before. */
@ExtendWith(OutputCaptureExtension.class)
class StateFileTest {

    @TempDir
    private Path folder;

    private Emulator emulator() {
        return Emulator.own("emulator.throttling.enabled=false", "emulator.state.file=" + folder.resolve("state.json"));
    }

    @Test
    @Rule("V5")
    void aRestartLosesNothing() throws IOException {
        String contactId;
        String token;
        String transcript;
        try (Emulator first = emulator()) {
            Chat chat = Chat.start(first);
            chat.customer().say("before the stop");
            new Control(first).join(chat.contactId(), "Grace").say("Hello");
            contactId = chat.contactId();
            token = chat.customer().connectionToken();
            transcript =
                    Chat.call(first, "/participant/transcript", token, "{}").body();
        }
        try (Emulator second = emulator()) {
            assertThat(Chat.call(second, "/participant/transcript", token, "{}").body())
                    .isEqualTo(transcript);
            second.stop("an-instance", contactId);
        }
        try (Emulator third = emulator()) {
            assertThat(new Control(third).contact(contactId).path("state").asString())
                    .isEqualTo("ENDED");
        }
    }

    @Test
    @Rule("V5")
    void theFileIsItsOwnersAloneAndOnlyItsEmptyLockIsLeftBeside() throws IOException {
        emulator().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state.json"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .containsExactlyInAnyOrder(folder.resolve("state.json"), folder.resolve("state.json.lock"));
        }
        assertThat(folder.resolve("state.json.lock")).isEmptyFile();
    }

    @Test
    @Rule("V5")
    void aWrongFileStopsTheStartAndStaysAsItIs(CapturedOutput log) throws IOException {
        String wrong = """
                {"version": 1, "savedAt": "2026-01-05T10:00:00Z",
                 "clock": {"now": "2026-01-05T10:00:00Z", "mode": "SOMETIMES", "offset": "PT0S"},
                 "chats": [], "starts": [], "attachments": []}""";
        Path file = Files.writeString(folder.resolve("state.json"), wrong);

        assertThatThrownBy(() -> emulator().close()).isInstanceOf(Exception.class);

        assertThat(log.toString())
                .contains("APPLICATION FAILED TO START")
                .contains(file + ": clock.mode: must be one of SYSTEM, FROZEN, SHIFTED")
                .doesNotContain("\tat ");
        assertThat(file).hasContent(wrong);
    }

    @Test
    @Rule("V5")
    void aFolderThatIsNotThereStopsTheStart(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own("emulator.state.file=" + folder.resolve("no/state.json"))
                        .close())
                .isInstanceOf(Exception.class);

        assertThat(log.toString()).contains("must be a file in a folder that the emulator may write to");
    }

    @Test
    @Rule("V5")
    void aStartThatFailsLeavesTheFileAsItIs() throws IOException {
        Path file = folder.resolve("state.json");
        try (Emulator running = emulator()) {
            Chat.start(running);
        }
        String saved = Files.readString(file);
        try (Emulator other = Emulator.own()) {
            assertThatThrownBy(() -> SpringApplication.run(
                                    ConnectChatEmulator.class,
                                    "--server.port=" + other.port(),
                                    "--emulator.state.file=" + file)
                            .close())
                    .hasMessageContaining("Failed to start bean")
                    .hasRootCauseInstanceOf(BindException.class);
        }

        assertThat(file).hasContent(saved);
    }

    @Test
    @Rule("V7")
    void aSecondEmulatorDoesNotStartWithTheSameFile(CapturedOutput log) {
        String contactId;
        try (Emulator first = emulator()) {
            contactId = Chat.start(first).contactId();

            assertThatThrownBy(() -> emulator().close()).isInstanceOf(Exception.class);
        }

        assertThat(log.toString())
                .contains(folder.resolve("state.json") + ": is in use by another emulator, which would overwrite it")
                .contains("Stop the other emulator, or give this one a file of its own with emulator.state.file")
                .doesNotContain("\tat ");
        try (Emulator next = emulator()) {
            assertThat(new Control(next).contact(contactId).path("state").asString())
                    .isEqualTo("ACTIVE");
        }
    }

    @Test
    @Rule("V7")
    void aProcessThatIsKilledLeavesNoLock(CapturedOutput log) {
        try (ChildEmulator killed = ChildEmulator.start(
                folder, List.of("-Xmx96m"), "emulator.state.file=" + folder.resolve("state.json"))) {
            assertThatThrownBy(() -> emulator().close()).isInstanceOf(Exception.class);
            killed.kill();
        }

        emulator().close();

        assertThat(log.toString()).containsOnlyOnce("is in use by another emulator");
        assertThat(folder.resolve("state.json")).exists();
    }

    @Test
    @Rule("V7")
    void whatASaveLeftThatWasKilledIsRemovedByTheNextStart() throws IOException {
        Path rest = Files.writeString(folder.resolve("state.json.tmp"), "{\"a token");

        try (Emulator next = emulator()) {
            assertThat(rest).doesNotExist();
            assertThat(next.port()).isPositive();
        }
    }

    @Test
    @Rule("V7")
    void anEmptyFileIsNoState() throws IOException {
        Files.createFile(folder.resolve("state.json"));

        try (Emulator first = emulator()) {
            Chat.start(first);
        }

        assertThat(folder.resolve("state.json")).content().contains("\"chats\":[{");
    }
}
