package org.connectchat.attachment;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.connectchat.attachment.folder.ClaimedFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary folder. It is created for the first file, and removed with its files when the emulator stops. */
final class AttachmentFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFolder.class);
    private static final int BUFFER = 64 * 1_024;

    private final @Nullable Path parent;
    private final AtomicReference<@Nullable ClaimedFolder> claim = new AtomicReference<>();
    /** Files are removed in the background: the thread that ends or forgets a chat must not wait for a disk. */
    private final ThreadPoolExecutor sweeper = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            AttachmentFolder::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private volatile boolean closed;

    AttachmentFolder(@Nullable Path parent) {
        this.parent = parent;
        sweeper.execute(() -> ClaimedFolder.removeAbandoned(parent));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "attachment-sweeper");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Stores a body in a new file; the file is deleted unless it has exactly this many bytes.
     *
     * @throws TransferRefused if the body has more or fewer bytes, or breaks off
     */
    Path store(String name, InputStream body, long bytes) throws IOException {
        Path file = path().resolve(name);
        try {
            try (OutputStream out = Files.newOutputStream(file, CREATE_NEW, WRITE)) {
                copy(body, out, bytes);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        } finally {
            if (closed) {
                close(); // this file may have been stored while the folder was being emptied
            }
        }
    }

    private static void copy(InputStream body, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long missing = bytes;
        for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
            missing -= read;
            if (missing < 0) {
                throw new TransferRefused(TransferError.TOO_LARGE);
            }
            out.write(buffer, 0, read);
        }
        if (missing > 0) {
            throw new TransferRefused(TransferError.TOO_SMALL);
        }
    }

    /** Reads from the client. A failure here is a refused transfer, unlike an IOException of the disk. */
    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            LOG.debug("An upload broke off", e);
            throw new TransferRefused(TransferError.INCOMPLETE);
        }
    }

    /** A path for a new file; the caller creates and deletes the file. */
    Path fresh() throws IOException {
        return path().resolve("incoming-" + UUID.randomUUID());
    }

    /** A path in the folder for a file of this name; the caller creates the file. */
    Path file(String name) throws IOException {
        return path().resolve(name);
    }

    private Path path() throws IOException {
        ClaimedFolder known = claim.get();
        if (known != null) {
            return known.path();
        }
        ClaimedFolder fresh = ClaimedFolder.create(parent);
        if (!claim.compareAndSet(null, fresh)) {
            fresh.close(); // another thread created the folder first
        }
        if (closed) {
            close();
        }
        return path();
    }

    /** Deletes files in the background. */
    void delete(Collection<Path> files) {
        if (!files.isEmpty()) {
            sweeper.execute(() -> files.forEach(AttachmentFolder::deleteNow));
        }
    }

    private static void deleteNow(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file of an attachment could not be deleted", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        sweeper.shutdownNow();
        ClaimedFolder folder = claim.get();
        if (folder != null) {
            folder.close();
        }
    }
}
