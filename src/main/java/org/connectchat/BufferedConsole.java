package org.connectchat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.LoggerFactory;

/**
 * Gathers the lines that are logged to the console within a moment, because a system call for each line costs a call of an
 * operation more than all else that its line does. From the beginning of the stop on, each line is written at once, so none
 * is lost.
 */
final class BufferedConsole extends OutputStream {

    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final int BYTES = 64 << 10;

    private final OutputStream console;
    private final AtomicBoolean holdsLines = new AtomicBoolean();
    private final Thread writer;
    private volatile boolean stopping;

    /** Not a monitor, which would keep the carrier of a virtual thread before Java 24. */
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final byte[] buffer = new byte[BYTES];

    @GuardedBy("lock")
    private int filled;

    BufferedConsole(OutputStream console) {
        this.console = console;
        this.writer = new Thread(this::writeWhatIsHeld, "log output");
        writer.setDaemon(true);
    }

    /** Puts itself between Logback's appenders and the console. */
    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof ConsoleAppender<ILoggingEvent> console
                        && console.getTarget().equals(ConsoleTarget.SystemOut.getName())) {
                    install(console);
                }
            });
        }
    }

    private static void install(ConsoleAppender<ILoggingEvent> appender) {
        BufferedConsole buffered = new BufferedConsole(appender.getOutputStream());
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(buffered::stop, "log output at the stop"));
        } catch (IllegalStateException e) {
            return; // the emulator stops already
        }
        OutOfMemory.writesFirst(buffered);
        appender.setOutputStream(buffered);
        buffered.start();
    }

    void start() {
        writer.start();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            if (length > buffer.length - filled) {
                drain();
            }
            if (length > buffer.length) {
                console.write(bytes, offset, length);
            } else {
                System.arraycopy(bytes, offset, buffer, filled, length);
                filled += length;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Logback calls this after each line. */
    @Override
    public void flush() throws IOException {
        if (stopping) {
            drain();
        } else if (!holdsLines.get() && holdsLines.compareAndSet(false, true)) {
            LockSupport.unpark(writer);
        }
    }

    /** Writes all lines that are held. It allocates next to nothing, so it mostly works without memory too. */
    @Override
    public void close() throws IOException {
        drain();
    }

    private void drain() throws IOException {
        lock.lock();
        try {
            int length = filled;
            filled = 0;
            console.write(buffer, 0, length);
            console.flush();
        } finally {
            lock.unlock();
        }
    }

    private void writeWhatIsHeld() {
        while (!stopping) {
            if (holdsLines.get()) {
                LockSupport.parkNanos(MOMENT.toNanos());
                holdsLines.set(false); // before the lines are written: a later one asks again
                drainIfPossible();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Lines that are logged from now on write themselves; those before are written here. */
    void stop() {
        stopping = true;
        LockSupport.unpark(writer);
        drainIfPossible();
    }

    private void drainIfPossible() {
        try {
            drain();
        } catch (IOException e) {
            // The console is closed: there is no other place to say so.
            stopping = true;
        }
    }
}
