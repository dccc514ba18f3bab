package org.connectchat.control.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of the jar that the first request reads. All other requests get the same bytes. */
final class PackagedFile {

    private final String path;
    private volatile byte @Nullable [] bytes;

    PackagedFile(String path) {
        this.path = path;
    }

    byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = read();
            bytes = known;
        }
        return known;
    }

    private byte[] read() {
        try (InputStream file = Objects.requireNonNull(PackagedFile.class.getResourceAsStream(path), path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
