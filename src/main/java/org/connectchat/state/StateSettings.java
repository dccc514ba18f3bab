package org.connectchat.state;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code emulator.state.*}: how the state outlives the process.
 *
 * @param file loaded at the start if it exists, and written at a clean stop; null for none
 * @param maxSize the largest document that {@code PUT /_emulator/state} takes, from 1B to 16GB; the file has no limit
 */
@ConfigurationProperties("emulator.state")
public record StateSettings(
        @Nullable Path file, @DefaultValue("256MB") DataSize maxSize) {

    private static final DataSize MAX_SIZE = DataSize.ofGigabytes(16);

    @AssertTrue(message = "max-size must be from 1B to 16GB")
    boolean isMaxSizeInRange() {
        return maxSize.toBytes() > 0 && maxSize.compareTo(MAX_SIZE) <= 0;
    }

    @AssertTrue(message = "file must be a file in a folder that the emulator may write to")
    boolean isFileWritable() {
        if (file == null) {
            return true;
        }
        Path folder = file.toAbsolutePath().getParent();
        boolean writable = folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        return writable && (!Files.exists(file) || (Files.isRegularFile(file) && Files.isReadable(file)));
    }
}
