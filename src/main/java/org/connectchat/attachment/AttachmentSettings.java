package org.connectchat.attachment;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code emulator.attachments.*}: the files that a chat may have. The defaults are AWS's.
 *
 * @param maxSize the largest file, from 1B to 1GB
 * @param maxPerChat the maximum number of attachments of a chat, 0 to 10000
 * @param extensions allowed endings of file names, in any case, with or without the dot
 * @param uploadUrlLifetime the time after the announcement in which an upload can begin
 * @param folder the parent of the temporary folder; null for the one of the operating system
 */
@ConfigurationProperties("emulator.attachments")
public record AttachmentSettings(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("35") @PositiveOrZero @Max(10_000) int maxPerChat,

        @DefaultValue({
            "csv", "doc", "docx", "heic", "jfif", "jpeg", "jpg", "mov", "mp4", "pdf", "png", "ppt", "pptx", "rtf",
            "txt", "wav", "xls", "xlsx"
        })
        @NotEmpty
        Set<String> extensions,

        @DefaultValue("5m") @DurationMin(millis = 1) @DurationMax(days = 7)
        Duration uploadUrlLifetime,

        @Nullable Path folder) {

    private static final DataSize MAX_SIZE = DataSize.ofGigabytes(1);

    public AttachmentSettings {
        Set<String> normalized = new TreeSet<>();
        extensions.forEach(extension -> normalized.add(normalized(extension)));
        extensions = Collections.unmodifiableSet(normalized);
    }

    private static String normalized(String extension) {
        String lower = extension.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith(".") ? lower.substring(1) : lower;
    }

    /** Whether a file of that name may be uploaded. */
    public boolean allows(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    @AssertTrue(message = "max-size must be from 1B to 1GB")
    boolean isMaxSizeInRange() {
        return maxSize.toBytes() > 0 && maxSize.compareTo(MAX_SIZE) <= 0;
    }

    @AssertTrue(message = "folder must be a folder that the emulator may write to")
    boolean isFolderWritable() {
        return folder == null || (Files.isDirectory(folder) && Files.isWritable(folder));
    }
}
