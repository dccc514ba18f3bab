package org.connectchat.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other emulators from a state file. The lock is on an empty file beside it, because a save replaces the state file. The
 * operating system drops the lock with the process, however that ends; the empty file stays, because another process may have
 * opened it already.
 */
final class StateFileLock implements AutoCloseable {

    private static final String SUFFIX = ".lock";

    private final FileChannel channel;

    private StateFileLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a state file.
     *
     * @throws StateFileRefused if another emulator has it, or the file system has no locks
     */
    static StateFileLock of(Path file) {
        Path path = file.resolveSibling(file.getFileName() + SUFFIX);
        try {
            FileChannel channel = FileChannel.open(
                    path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.attributes(path));
            boolean taken = false;
            try {
                taken = lock(channel) != null;
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
            if (taken) {
                return new StateFileLock(channel);
            }
        } catch (IOException e) {
            throw new StateFileRefused(
                    file,
                    "cannot be locked with " + path + ": " + e,
                    "Let the emulator write to the folder, or choose a folder on a file system that has locks, with"
                            + " emulator.state.file.");
        }
        throw new StateFileRefused(
                file,
                "is in use by another emulator, which would overwrite it",
                "Stop the other emulator, or give this one a file of its own with emulator.state.file.");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
