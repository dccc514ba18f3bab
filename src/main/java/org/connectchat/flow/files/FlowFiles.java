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
 * Keeps the store up to date with the files of flows. It looks at the times of the files once a second, because a folder
 * that Docker mounts from macOS or Windows reports no changes. One thread of its own reads the files, so no lock is held
 * meanwhile; without files there is no thread.
 */
public final class FlowFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlowFiles.class);
    private static final int MAX_LOGGED = 50;

    private final FlowSources sources;
    private final FlowFileReader reader;
    private final FlowStore store;
    private final Clock clock;
    private final @Nullable ScheduledExecutorService thread;
    /** The two that follow are used by the thread alone, once it runs. */
    private FilesRead read = FilesRead.NONE;

    private @Nullable Map<Path, Stamp> changed;
    private volatile FlowReload last;

    /**
     * Reads the files.
     *
     * @throws FlowFilesRefused if one of them cannot be used
     */
    FlowFiles(FlowSources sources, FlowFileReader reader, FlowStore store, Clock clock) {
        this.sources = sources;
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.thread = sources.isNone() ? null : thread();
        this.last = FilesRead.NONE.reload(clock.instant());
    }

    /** Reads all files, and from then on those that change. */
    FlowFiles start(long periodMillis) {
        ScheduledExecutorService executor = thread;
        if (executor != null) {
            read = FilesRead.after(FilesRead.NONE, sources.list(), reader);
            if (read.hasErrors()) {
                close();
                throw new FlowFilesRefused(read.problems());
            }
            publish();
            logWarnings();
            Future<?> unused =
                    executor.scheduleWithFixedDelay(this::poll, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** What came of reading the files the last time. */
    public FlowReload lastReload() {
        return last;
    }

    /** Reads all files again, and waits for that. A file that is wrong now keeps what it held before. */
    public FlowReload reload() {
        ScheduledExecutorService executor = thread;
        if (executor == null) {
            return last;
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

    /** A change is read when nothing has changed since the last look, so that no file is read while it is written. */
    void poll() {
        try {
            Map<Path, Stamp> now = sources.list().stamps();
            if (now.equals(read.stamps())) {
                changed = null;
            } else if (now.equals(changed)) {
                readAgain();
            } else {
                changed = now;
            }
        } catch (RuntimeException e) {
            LOG.error("The files of flows could not be looked at", e);
        }
    }

    private FlowReload readAgain() {
        changed = null;
        List<FileProblem> before = read.problems();
        read = FilesRead.after(read, sources.list(), reader);
        FlowReload done = publish();
        LOG.info("The files of flows were read again: {} flows, {} modules", done.flows(), done.modules());
        if (!read.problems().equals(before)) {
            if (read.hasErrors()) {
                LOG.warn("Files of flows cannot be used and keep what they held before: {}", said(true));
            }
            logWarnings();
        }
        return done;
    }

    private FlowReload publish() {
        store.replaceFiles(read.flows().values());
        FlowReload done = read.reload(clock.instant());
        last = done;
        return done;
    }

    private void logWarnings() {
        String warnings = said(false);
        if (!warnings.isEmpty()) {
            LOG.warn("Amazon Connect would not publish flows of these files: {}", warnings);
        }
    }

    private String said(boolean errors) {
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
