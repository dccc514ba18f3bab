package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.connectchat.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class AttachmentFolderTest {

    @TempDir
    private Path parent;

    @Test
    void storesExactlyTheBytes() throws Exception {
        try (AttachmentFolder folder = new AttachmentFolder(parent)) {
            Path file = folder.store("a", body("12345"), 5);

            assertThat(file).hasContent("12345").hasFileName("a");
            assertThat(file.getParent().getParent()).isEqualTo(parent);
        }
    }

    @Test
    void nothingStaysOfAWrongSize() throws Exception {
        try (AttachmentFolder folder = new AttachmentFolder(parent)) {
            refused(folder, "1234", TransferError.TOO_SMALL);
            refused(folder, "123456", TransferError.TOO_LARGE);
            refused(folder, "", TransferError.TOO_SMALL);

            assertThat(folder.store("a", body("12345"), 5).getParent()).isDirectoryContaining("glob:**/a");
        }
    }

    private static void refused(AttachmentFolder folder, String body, TransferError error) {
        assertThatExceptionOfType(TransferRefused.class)
                .isThrownBy(() -> folder.store("a", body(body), 5))
                .extracting(TransferRefused::error)
                .isEqualTo(error);
    }

    @Test
    void nothingMoreIsReadOnceThereIsTooMuch() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        try (AttachmentFolder folder = new AttachmentFolder(parent)) {
            assertThatExceptionOfType(TransferRefused.class).isThrownBy(() -> folder.store("a", endless, 5));
        }
    }

    @Test
    void onlyTheOwnerMayLookInside() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        try (AttachmentFolder folder = new AttachmentFolder(parent)) {
            Path file = folder.store("a", body("12345"), 5);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void deletesInTheBackground() throws Exception {
        try (AttachmentFolder folder = new AttachmentFolder(parent)) {
            Path file = folder.store("a", body("12345"), 5);

            folder.delete(List.of(file, parent.resolve("never there")));

            await().until(() -> Files.notExists(file));
        }
    }

    @Test
    void closingLeavesNothingNotEvenOfAnUploadUnderWay() throws Exception {
        AttachmentFolder folder = new AttachmentFolder(parent);
        folder.store("a", body("12345"), 5);
        InputStream closing = new ByteArrayInputStream("12345".getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                folder.close();
                return super.read(into, from, length);
            }
        };

        folder.store("b", closing, 5);

        assertThat(parent).isEmptyDirectory();
        assertThatIOException().isThrownBy(() -> folder.store("c", body("12345"), 5));
        folder.delete(List.of(parent.resolve("late")));
        folder.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aFolderThatWasNeverUsedWasNeverThere() throws IOException {
        AttachmentFolder folder = new AttachmentFolder(parent);
        folder.close();

        assertThatIOException().isThrownBy(() -> folder.store("a", body("12345"), 5));
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    @Rule("R22")
    void filesOfAKilledProcessGoAtTheNextStartAndThoseOfARunningOneStay() throws Exception {
        Process killed = otherProcess();
        Process running = otherProcess();
        try {
            await().until(() -> stored().size() == 2);
            killed.destroyForcibly().waitFor();
            assertThat(stored()).hasSize(2);
            try (AttachmentFolder here = new AttachmentFolder(parent)) {
                Path own = here.store("own", body("12345"), 5);
                try (AttachmentFolder next = new AttachmentFolder(parent)) {
                    await().until(() -> stored().size() == 2);
                    assertThat(next.store("next", body("12345"), 5)).exists();
                }
                assertThat(own).exists();
            }
            assertThat(stored()).hasSize(1);
        } finally {
            killed.destroyForcibly();
            running.destroyForcibly().waitFor();
        }
        try (AttachmentFolder last = new AttachmentFolder(parent)) {
            await().until(() -> children().isEmpty());
            assertThat(last).isNotNull();
        }
    }

    /** The files that folders hold. */
    private List<Path> stored() throws IOException {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(parent))
                    .toList();
        } catch (UncheckedIOException e) {
            return List.of(); // a folder went while it was looked at; the test looks again
        }
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.toList();
        }
    }

    private Process otherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + classPath(AttachmentFolderTest.class)
                                + File.pathSeparator
                                + classPath(AttachmentFolder.class)
                                + File.pathSeparator
                                + classPath(Logger.class)
                                + File.pathSeparator
                                + classPath(Nullable.class),
                        KeptFolder.class.getName(),
                        parent.toString())
                .inheritIO()
                .start();
    }

    private static String classPath(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** A process that stores a file and stays until it is killed. */
    static final class KeptFolder {

        private KeptFolder() {}

        public static void main(String[] arguments) throws Exception {
            try (AttachmentFolder folder = new AttachmentFolder(Path.of(arguments[0]))) {
                folder.store("kept", body("12345"), 5);
                new CountDownLatch(1).await();
            }
        }
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
