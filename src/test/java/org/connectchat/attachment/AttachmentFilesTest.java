package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.Sharer.Slot;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The life of the files on disk. */
@ExtendWith(OutputCaptureExtension.class)
class AttachmentFilesTest {

    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);

    private static HttpRequest.BodyPublisher chunked(String text) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void simultaneousUploadsLeaveOneWholeFile(@TempDir Path parent) {
        try (Emulator own = Emulator.own("emulator.attachments.folder=" + parent)) {
            Sharer ada = Sharer.customer(own);
            Slot slot = ada.announced("scan.pdf", 1_000_000);

            List<Answer> uploads = Simultaneously.call(8, number -> {
                byte[] bytes = new byte[1_000_000];
                Arrays.fill(bytes, (byte) ('a' + number));
                return ada.put(slot, bytes);
            });

            assertThat(uploads).allMatch(answer -> answer.status() == 200);
            ada.complete(slot.attachmentId(), "c");

            String body =
                    own.send("GET", ada.downloadPath(slot.attachmentId()), null).body();
            assertThat(body).hasSize(1_000_000);
            assertThat(body.chars().distinct().count()).isEqualTo(1);
            await().until(() -> files(parent).size() == 1);
        }
    }

    @Test
    void theFolderComesWithTheFirstUploadAndGoesWithTheEmulator(@TempDir Path parent) {
        try (Emulator own = Emulator.own("emulator.attachments.folder=" + parent)) {
            Sharer ada = Sharer.customer(own);
            Slot slot = ada.announced("scan.pdf", 5);
            assertThat(parent).isEmptyDirectory();

            ada.put(slot, "123".getBytes(UTF_8));
            assertThat(parent).isEmptyDirectory();
            ada.put(slot, chunked("123"));
            assertThat(files(parent)).isEmpty();
            ada.put(slot, FIVE);
            assertThat(files(parent))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(FIVE));
            ada.shared("other.pdf", FIVE);
            assertThat(files(parent)).hasSize(2);
        }
        assertThat(parent).isEmptyDirectory();
    }

    private static List<Path> files(Path parent) {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        } catch (IOException e) {
            return List.of(); // a file was deleted meanwhile; the caller looks again
        }
    }

    @Test
    void uncompletedFilesGoWithTheirChatAndOthersWhenItIsForgotten(@TempDir Path parent) {
        try (Emulator own =
                Emulator.own("emulator.attachments.folder=" + parent, "emulator.chat.retained-contacts=1")) {
            Sharer ada = Sharer.customer(own);
            ada.put(ada.announced("scan.pdf", 5), FIVE);
            ada.shared("other.pdf", "other".getBytes(UTF_8));
            assertThat(files(parent)).hasSize(2);

            ada.leave();
            await().untilAsserted(() -> assertThat(files(parent))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("other")));

            Sharer.customer(own).leave();
            await().until(() -> files(parent).isEmpty());
        }
    }

    @Test
    void aClientThatHangsUpLeavesNothingBehind(@TempDir Path parent, CapturedOutput output) throws Exception {
        try (Emulator own = Emulator.own("emulator.attachments.folder=" + parent)) {
            Sharer ada = Sharer.customer(own);
            Slot slot = ada.announced("scan.pdf", 1_000_000);
            try (Socket socket = new Socket("localhost", own.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(("PUT " + slot.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n"
                                + slot.headerLines() + "\r\n")
                        .getBytes(UTF_8));
                out.write(new byte[500_000]);
                out.flush();
            }

            // What has not come in full has no name in the folder, so that even a killed process leaves nothing of it.
            await().until(() -> output.getAll().contains("400/IncompleteBody"));
            assertThat(files(parent)).isEmpty();
            assertThat(ada.put(slot, new byte[1_000_000]).status()).isEqualTo(200);
            assertThat(output.getAll()).doesNotContain("ERROR");
        }
    }
}
