package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends chats while their participants are at every step with a file, and looks for what stays behind. */
class AttachmentLeaksTest {

    private static final int CHATS = 300;
    private static final byte[] FIVE = "%PDF!".getBytes(UTF_8);

    @Test
    void aForgottenChatLeavesNothingBehindInAnyState(@TempDir Path parent) {
        try (ConfigurableApplicationContext emulator = SpringApplication.run(
                ConnectChatEmulator.class,
                "--server.port=0",
                "--emulator.chat.retention=0s",
                "--emulator.attachments.folder=" + parent)) {
            AttachmentStore store = emulator.getBean(AttachmentStore.class);
            AttachmentUploads uploads = emulator.getBean(AttachmentUploads.class);
            AttachmentDownloads downloads = emulator.getBean(AttachmentDownloads.class);
            ChatContactService chats = emulator.getBean(ChatContactService.class);
            ParticipantTokens tokens = emulator.getBean(ParticipantTokens.class);

            for (int i = 0; i < CHATS; i++) {
                StartedChat chat = chats.start(command());
                Seat seat = Objects.requireNonNull(
                        tokens.seat(chat.participantToken().text()));
                Simultaneously.call(3, number -> {
                    if (number == 0) {
                        chats.stop("an-instance", chat.contactId());
                    } else {
                        share(uploads, downloads, seat, "token " + number);
                    }
                    return number;
                });
            }

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(store.size()).isZero();
                assertThat(uploads.size()).isZero();
                assertThat(downloads.size()).isZero();
                assertThat(files(parent)).isEmpty();
            });
        }
    }

    /** Goes as far as the chat lets it. */
    private static void share(AttachmentUploads uploads, AttachmentDownloads downloads, Seat seat, String clientToken) {
        try {
            UploadTerms terms = uploads.announce(seat, new Announcement("a.pdf", "application/pdf", 5), clientToken);
            uploads.upload(terms.handle(), 5, new ByteArrayInputStream(FIVE));
            uploads.complete(seat, terms.attachmentId(), clientToken);
            for (int i = 0; i < 20; i++) {
                downloads.grant(seat, terms.attachmentId(), Duration.ofMinutes(5));
            }
        } catch (ChatRefused | TransferRefused e) {
            // the chat is over by now, which is what this is about
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path parent) {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StartChatCommand command() {
        return new StartChatCommand(
                "an-instance",
                "a-flow",
                "Ada",
                Map.of(),
                Map.of(),
                List.of("text/plain"),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
