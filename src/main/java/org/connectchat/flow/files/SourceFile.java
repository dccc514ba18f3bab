package org.connectchat.flow.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.connectchat.flow.FlowSettings.FlowFile;
import org.connectchat.flow.sample.SampleFlow;
import org.jspecify.annotations.Nullable;

/**
 * A file that should hold a flow or a module.
 *
 * @param shown its path as messages name it
 * @param entry the entry of the settings for this file, or null
 * @param stamp differs when the content has changed
 * @param sample the flow of a sample that it is, or null
 */
record SourceFile(
        Path path,
        String shown,
        @Nullable FlowFile entry,
        Stamp stamp,
        @Nullable SampleFlow sample) {

    private static final String EXTENSION = ".json";

    /** The time and the size of a file. */
    record Stamp(FileTime modified, long size) {}

    SourceFile(Path path, String shown, @Nullable FlowFile entry, Stamp stamp) {
        this(path, shown, entry, stamp, null);
    }

    /** The flow of a sample, whose content never changes. Only samples have relative paths, so their paths are unique. */
    static SourceFile of(SampleFlow sample) {
        String shown = "sample " + sample.file();
        FlowFile entry = new FlowFile(sample.file(), sample.id(), sample.name(), null);
        return new SourceFile(Path.of(shown), shown, entry, new Stamp(FileTime.fromMillis(0), 0), sample);
    }

    InputStream open() throws IOException {
        return sample == null ? Files.newInputStream(path) : sample.open();
    }

    String id() {
        return entry == null || entry.id() == null ? plainName() : entry.id();
    }

    String name() {
        return entry == null || entry.name() == null ? plainName() : entry.name();
    }

    private String plainName() {
        String name = String.valueOf(path.getFileName());
        return isJson(name) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    static boolean isJson(String name) {
        int at = name.length() - EXTENSION.length();
        return at > 0 && name.regionMatches(true, at, EXTENSION, 0, EXTENSION.length());
    }
}
