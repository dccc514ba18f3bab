package org.connectchat.state;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.connectchat.chat.StateRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the state over a restart: loads it before the port opens, and saves it after the last call has ended. A start that
 * fails saves nothing. No other emulator can use the file meanwhile.
 */
final class StateFile implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    private final Path file;
    private final Supplier<StateArchive> archive;
    private final StateFileCopy copy;
    private volatile @Nullable StateFileLock lock;
    private volatile boolean running;
    private volatile boolean ready;

    StateFile(Path file, Supplier<StateArchive> archive) {
        this.file = file.toAbsolutePath();
        this.archive = archive;
        this.copy = new StateFileCopy(this.file);
    }

    /** Before and after all others: nothing is served while the file is read or written. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        lock = StateFileLock.of(file);
        try {
            copy.removeRest();
            load();
            running = true;
        } catch (IOException e) {
            throw new StateFileRefused(file, "the file or a file beside it cannot be used: " + e);
        } finally {
            if (!running) {
                unlock();
            }
        }
    }

    private void load() throws IOException {
        // A file that is mounted by itself exists, empty, before the first save.
        if (Files.exists(file) && Files.size(file) > 0) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                int chats = archive.get().load(in, false);
                LOG.info("The state was loaded from {}; chats: {}", file, chats);
            } catch (StateRefused refused) {
                throw new StateFileRefused(file, String.valueOf(refused.getMessage()));
            } catch (IOException | UncheckedIOException e) {
                throw new StateFileRefused(file, "cannot be read, or there is no room for the attachments in it");
            }
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (ready) {
                ready = false;
                save();
            }
        } finally {
            unlock();
        }
    }

    private void unlock() {
        StateFileLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    private void save() {
        try {
            copy.replace(archive.get()::save);
            LOG.info("The state was saved to {}", file);
        } catch (IOException | RuntimeException e) {
            LOG.error("The state could not be saved to {}, which stays as it was", file, e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
