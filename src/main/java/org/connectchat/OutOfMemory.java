package org.connectchat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Rule R14: ends the process when the heap is exhausted, as {@code -XX:+ExitOnOutOfMemoryError} does, because threads that
 * end of it are not replaced. It sees errors that end a thread, errors that Spring would turn into a 500, and errors that
 * Tomcat only logs. It allocates what it needs before memory is short.
 */
@Component
final class OutOfMemory implements HandlerExceptionResolver, PriorityOrdered, Thread.UncaughtExceptionHandler {

    /** The exit code of the JVM's own option. */
    private static final int EXIT_CODE = 3;

    /** The process can go on without one more thread. */
    private static final String THREADS = "unable to create";

    private static final byte[] LINE =
            ("ERROR OutOfMemory - The heap is exhausted, so the emulator ends with exit code 3."
                            + " Start it with a larger heap (-Xmx) or a smaller emulator.memory.share.\n")
                    .getBytes(US_ASCII);
    private static final FileOutputStream OUTPUT = new FileOutputStream(FileDescriptor.out);

    private static volatile @Nullable Closeable held;

    private final Thread.@Nullable UncaughtExceptionHandler next;

    OutOfMemory() {
        this.next = null;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                && logback.getTurboFilterList().stream().noneMatch(LoggedErrors.class::isInstance)) {
            logback.addTurboFilter(new LoggedErrors());
        }
    }

    private OutOfMemory(Thread.@Nullable UncaughtExceptionHandler next) {
        this.next = next;
    }

    /** Registers for every error that ends a thread. */
    static void endsTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler(new OutOfMemory(Thread.getDefaultUncaughtExceptionHandler()));
    }

    /** Sets what holds lines that were logged before the last one; closing it must allocate nothing. */
    static void writesFirst(Closeable output) {
        held = output;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        endIf(problem);
        if (next != null) {
            next.uncaughtException(thread, problem);
        } else {
            LoggerFactory.getLogger(OutOfMemory.class).error("Thread {} ended", thread.getName(), problem);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Of other problems the other resolvers know. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        endIf(problem);
        return null;
    }

    /** Sees every problem that is logged, at whatever level. */
    private static final class LoggedErrors extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable problem) {
            if (problem != null) {
                endIf(problem);
            }
            return FilterReply.NEUTRAL;
        }
    }

    private static void endIf(Throwable problem) {
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof OutOfMemoryError error && isOfTheHeap(error)) {
                end();
            }
            cause = cause.getCause();
        }
    }

    private static boolean isOfTheHeap(OutOfMemoryError error) {
        String message = error.getMessage();
        return message == null || !message.startsWith(THREADS);
    }

    /** The first thread keeps the monitor until the process has ended, so that no other thread writes the line again. */
    private static synchronized void end() {
        try {
            Closeable before = held;
            if (before != null) {
                before.close();
            }
            OUTPUT.write(LINE);
        } catch (IOException e) {
            // The output is not read.
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
