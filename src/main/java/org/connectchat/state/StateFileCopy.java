package org.connectchat.state;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The new content of a state file. It is written whole to one temporary file beside the state file, and takes its place then. A
 * process that is killed meanwhile leaves the temporary file, which the next start or save removes.
 */
final class StateFileCopy {

    private static final Logger LOG = LoggerFactory.getLogger(StateFileCopy.class);
    private static final String SUFFIX = ".tmp";

    /** Puts one file in the place of another in one step. */
    @FunctionalInterface
    interface Move {
        /** Throws {@link FileSystemException} if the file system does not do that. */
        void move(Path from, Path to) throws IOException;
    }

    private final Path file;
    private final Path fresh;
    private final Move move;

    StateFileCopy(Path file) {
        this(
                file,
                (from, to) ->
                        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** @param move puts the temporary file in the place of the state file */
    StateFileCopy(Path file, Move move) {
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + SUFFIX);
        this.move = move;
    }

    /** Removes what a process left that was killed during a save. The caller has the lock of the state file. */
    void removeRest() throws IOException {
        if (Files.deleteIfExists(fresh)) {
            LOG.info("The last save to {} was not completed; {} was removed", file, fresh);
        }
    }

    /** Replaces the state file by what is written. If this fails, the state file stays as it is. */
    void replace(Consumer<OutputStream> writer) throws IOException {
        Files.deleteIfExists(fresh);
        try {
            write(writer);
            try {
                move.move(fresh, file);
            } catch (FileSystemException e) {
                if (!Files.exists(file)) {
                    throw e;
                }
                LOG.debug("{} cannot be replaced by another file", file, e);
                overwrite();
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void write(Consumer<OutputStream> writer) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OwnerOnly.attributes(fresh));
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            writer.accept(out);
            out.flush();
            channel.force(true);
        }
    }

    /** For a file that is a mount of its own: its content can be replaced, but not the file. */
    private void overwrite() throws IOException {
        try (FileChannel from = FileChannel.open(fresh, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long size = from.size();
            long copied = 0;
            while (copied < size) {
                copied += from.transferTo(copied, size - copied, to);
            }
            to.truncate(size);
            to.force(true);
        }
        LOG.warn(
                "{} is mounted by itself, so it was overwritten in place; mount its folder, so that each save takes its"
                        + " place in one step",
                file);
    }
}
