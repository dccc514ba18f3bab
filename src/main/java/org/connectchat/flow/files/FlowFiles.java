package org.connectchat.flow.files;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.connectchat.flow.files.SourceFile.Stamp;
import org.connectchat.flow.store.FlowStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store up to date with the files of flows. It compares the times of the files once a second, because a folder
 * that Docker mounts from macOS or Windows reports no changes. It reads the files on a thread of its own and without a
 * lock. Without files that can change there is no thread.
 */
public final class FlowFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlowFiles.class);
    private static final int MAX_LOGGED = 50;

    private final FlowSources sources;
    private final FlowFileReader reader;
    private final FlowStore store;
    private final Clock clock;
    private final @Nullable ScheduledExecutorService thread;
    /** Only the thread uses this and the next two members, once it runs. */
    private FilesRead read = FilesRead.NONE;

    private @Nullable Map<Path, Stamp> changed;
    /** Whether the latest poll that looked at the files failed, which the log says once. */
    private boolean failing;
    /** Null until files have been read. */
    private volatile @Nullable FlowReload last;

    FlowFiles(FlowSources sources, FlowFileReader reader, FlowStore store, Clock clock) {
        this.sources = sources;
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.thread = sources.isNone() ? null : thread();
    }

    /**
     * Reads all files now, and again when one of them changes.
     *
     * @throws FlowFilesRefused if a file cannot be used
     */
    FlowFiles start(long periodMillis) {
        ScheduledExecutorService executor = thread;
        if (executor != null) {
            read = FilesRead.after(FilesRead.NONE, sources.list(), reader);
            if (read.hasErrors()) {
                close();
                throw new FlowFilesRefused(read.problems());
            }
            publish(read);
            logWarnings();
            if (sources.canChange()) {
                Future<?> unused =
                        executor.scheduleWithFixedDelay(this::poll, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
            }
        }
        return this;
    }

    /** The result of the latest reading. */
    public FlowReload lastReload() {
        FlowReload done = last;
        return done == null ? FilesRead.NONE.reload(clock.instant()) : done;
    }

    /** Reads all files again and waits for the result. A file that has an error now keeps the flow that it had before. */
    public FlowReload reload() {
        ScheduledExecutorService executor = thread;
        if (executor == null) {
            return lastReload();
        }
        try {
            return executor.submit(this::readAgain).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The files of flows could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The emulator is stopping", e);
        }
    }

    /** Reads changed files only if they are the same as one poll before, so that no file is read while it is written. */
    void poll() {
        try {
            Map<Path, Stamp> now = sources.list().stamps();
            if (now.equals(read.stamps())) {
                changed = null;
                failing = false;
            } else if (now.equals(changed)) {
                readAgain();
                failing = false;
            } else {
                changed = now;
            }
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.error("The files of flows could not be checked for changes", e);
            }
        }
    }

    private FlowReload readAgain() {
        changed = null;
        List<FileProblem> before = read.problems();
        FilesRead now = FilesRead.after(read, sources.list(), reader);
        FlowReload done = publish(now);
        read = now; // not before, so that the files are read again if they cannot be published
        LOG.info("The files of flows were read again: {} flows, {} modules", done.flows(), done.modules());
        if (!read.problems().equals(before)) {
            if (read.hasErrors()) {
                LOG.warn("Files of flows cannot be used; the flows that they had before stay: {}", listed(true));
            }
            logWarnings();
        }
        return done;
    }

    private FlowReload publish(FilesRead now) {
        FlowReload done = now.reload(clock.instant());
        store.replaceFiles(now.flows().values());
        last = done;
        return done;
    }

    private void logWarnings() {
        String warnings = listed(false);
        if (!warnings.isEmpty()) {
            LOG.warn("Amazon Connect would not publish flows of these files: {}", warnings);
        }
    }

    private String listed(boolean errors) {
        return read.problems().stream()
                .filter(problem -> problem.isError() == errors)
                .limit(MAX_LOGGED)
                .map(FileProblem::toString)
                .collect(Collectors.joining("; "));
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "flow-files");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        ScheduledExecutorService executor = thread;
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
