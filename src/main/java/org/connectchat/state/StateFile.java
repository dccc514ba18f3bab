package org.connectchat.state;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.connectchat.chat.StateRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the state over a restart: loads it before the port opens, and saves it after the last call has ended. A start that
 * fails saves nothing.
 */
final class StateFile implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    private final Path file;
    private final Supplier<StateArchive> archive;
    private volatile boolean running;
    private volatile boolean ready;

    StateFile(Path file, Supplier<StateArchive> archive) {
        this.file = file.toAbsolutePath();
        this.archive = archive;
    }

    /** Before and after all others: nothing is served while the file is read or written. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        if (Files.exists(file)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                int chats = archive.get().load(in, false);
                LOG.info("The state was loaded from {}; chats: {}", file, chats);
            } catch (StateRefused refused) {
                throw new StateFileRefused(file, String.valueOf(refused.getMessage()));
            } catch (IOException e) {
                throw new StateFileRefused(file, "cannot be read");
            }
        }
        running = true;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
    }

    @Override
    public void stop() {
        running = false;
        if (ready) {
            ready = false;
            save();
        }
    }

    private void save() {
        try {
            Path fresh = Files.createTempFile(file.getParent(), "connect-chat-emulator-state-", ".tmp"); // its owner's
            try {
                write(fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                LOG.info("The state was saved to {}", file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The state could not be saved to {}, which stays as it was", file, e);
        }
    }

    private void write(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            archive.get().save(out);
            out.flush();
            channel.force(true);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
