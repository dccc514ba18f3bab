package org.connectchat.attachment.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with a locked file beside it. The operating system releases the lock whenever the process ends, so the next
 * emulator sees that the folder is abandoned, and removes it.
 *
 * @param lock held while the folder is used
 */
public record ClaimedFolder(Path path, Path lockFile, FileChannel lock) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimedFolder.class);
    private static final String PREFIX = "connect-chat-emulator-";
    private static final String SUFFIX = ".lock";
    /** This process must not open these files again: closing a second channel would release the lock of the first. */
    private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

    /** Creates one in a folder, or in the temporary folder of the operating system if that is null. */
    public static ClaimedFolder create(@Nullable Path parent) throws IOException {
        while (true) {
            Path file = Files.createTempFile(parentOrDefault(parent), PREFIX, SUFFIX);
            CLAIMED_HERE.add(file);
            FileChannel channel;
            try {
                channel = FileChannel.open(file, WRITE);
            } catch (NoSuchFileException e) {
                CLAIMED_HERE.remove(file);
                continue; // a start has just taken it for abandoned
            }
            // Until the file is locked, an emulator that starts now may take it for abandoned and delete it.
            if (channel.tryLock() != null && Files.exists(file)) {
                return new ClaimedFolder(ownDirectory(folder(file)), file, channel);
            }
            channel.close();
            CLAIMED_HERE.remove(file);
        }
    }

    private static Path ownDirectory(Path path) throws IOException {
        Path fresh = Files.createTempDirectory(path.getParent(), PREFIX); // readable by its owner only
        return Files.move(fresh, path);
    }

    private static Path parentOrDefault(@Nullable Path parent) {
        return (parent == null ? Path.of(System.getProperty("java.io.tmpdir")) : parent).toAbsolutePath();
    }

    private static Path folder(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** Removes the folders of emulators that were killed, and no folder of one that runs. */
    public static void removeAbandoned(@Nullable Path parent) {
        try {
            List<Path> others = entries(parentOrDefault(parent), PREFIX + "*" + SUFFIX);
            others.removeAll(CLAIMED_HERE);
            if (!others.isEmpty()) {
                UserPrincipal user = user(parentOrDefault(parent));
                others.forEach(lockFile -> removeIfAbandoned(lockFile, user));
            }
        } catch (IOException e) {
            LOG.warn("The folder of attachments could not be searched for what a killed emulator left", e);
        }
    }

    /** The owner of the files that this process makes: files of another user are not touched. */
    private static UserPrincipal user(Path parent) throws IOException {
        Path own = Files.createTempFile(parent, PREFIX, "");
        try {
            return Files.getOwner(own);
        } finally {
            Files.delete(own);
        }
    }

    private static void removeIfAbandoned(Path lockFile, UserPrincipal user) {
        Path folder = folder(lockFile);
        try {
            if (!user.equals(Files.getOwner(lockFile, NOFOLLOW_LINKS)) || Files.isSymbolicLink(lockFile)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(lockFile, WRITE);
                    FileLock free = channel.tryLock()) {
                if (free != null) {
                    if (Files.isDirectory(folder, NOFOLLOW_LINKS)
                            && user.equals(Files.getOwner(folder, NOFOLLOW_LINKS))) {
                        remove(folder);
                    }
                    Files.deleteIfExists(lockFile);
                }
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            LOG.debug("Another emulator came first", e);
        } catch (IOException e) {
            LOG.warn("What a killed emulator left of its attachments could not be removed", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        for (Path file : entries(folder, "*")) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> entries(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            List<Path> entries = new ArrayList<>();
            files.forEach(entries::add);
            return entries;
        }
    }

    /** Removes the folder and all that is in it. */
    @Override
    public void close() {
        try {
            if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
                remove(path);
            }
            Files.deleteIfExists(lockFile);
            lock.close();
            CLAIMED_HERE.remove(lockFile);
        } catch (NoSuchFileException e) {
            LOG.debug("The temporary folder of attachments is gone already", e);
        } catch (IOException e) {
            LOG.warn("The temporary folder of attachments could not be removed", e);
        }
    }
}
