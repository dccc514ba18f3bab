package org.connectchat.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.connectchat.testkit.ChildEmulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows what a start says that finds no folder for temporary files, as in a container with {@code --read-only}. */
class UnwritableFolderTest {

    @Test
    @Rule("V42")
    void aFolderThatCannotBeWrittenToIsNamedWithWhatHelps(@TempDir Path folder) {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> ChildEmulator.start(folder, List.of("-Djava.io.tmpdir=" + none)))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("cannot be written to: " + none)
                        .contains("--tmpfs /tmp")
                        .doesNotContain("\tat "));
    }
}
