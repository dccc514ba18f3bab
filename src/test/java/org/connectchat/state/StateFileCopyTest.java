package org.connectchat.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a state file is replaced. */
class StateFileCopyTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path fresh;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("state.json"), "the document before, which was longer");
        fresh = folder.resolve("state.json.tmp");
    }

    private static Consumer<OutputStream> writing(String text) {
        return out -> {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    @Rule("V7")
    void whileItIsWrittenOneFileOfItsOwnerIsBesideAndTheOldOneIsWhole() throws IOException {
        Files.writeString(fresh, "what a process left that was killed");

        new StateFileCopy(file).replace(out -> {
            writing("new").accept(out);
            assertThat(file).hasContent("the document before, which was longer");
            assertThat(permissions(fresh)).isEqualTo("rw-------");
        });

        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(fresh).doesNotExist();
    }

    private static String permissions(Path of) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Rule("V7")
    void aSaveThatFailsLeavesTheFileAsItIsAndNothingBeside() {
        assertThatThrownBy(() -> new StateFileCopy(file).replace(out -> {
                    throw new UncheckedIOException(new IOException("no space left"));
                }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(file).hasContent("the document before, which was longer");
        assertThat(fresh).doesNotExist();
    }

    @Test
    @Rule("V7")
    void aFileThatCannotBeReplacedIsOverwrittenWhenTheNewDocumentIsWhole() throws IOException {
        Object before = Files.readAttributes(file, "unix:ino").get("ino");
        StateFileCopy mounted = new StateFileCopy(file, (from, to) -> {
            assertThat(from).hasContent("new");
            throw new FileSystemException(from.toString(), to.toString(), "Device or resource busy");
        });

        mounted.replace(writing("new"));

        assertThat(file).hasContent("new");
        assertThat(Files.readAttributes(file, "unix:ino")).containsEntry("ino", before);
        assertThat(fresh).doesNotExist();
    }

    @Test
    @Rule("V7")
    void aFileThatIsNotThereAndCannotBeMadeIsAFailure() throws IOException {
        Files.delete(file);
        StateFileCopy broken = new StateFileCopy(file, (from, to) -> {
            throw new FileSystemException(to.toString());
        });

        assertThatThrownBy(() -> broken.replace(writing("new"))).isInstanceOf(FileSystemException.class);

        assertThat(file).doesNotExist();
        assertThat(fresh).doesNotExist();
    }
}
