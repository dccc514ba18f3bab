package org.connectchat.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Hears the log: what it holds are lines that no caller may be able to cause. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    /** Tells once which settings a streamed chat needs; the random requests stream chats without them. */
    private static final String NOT_CONFIGURED = "Messages of a streamed chat are not delivered: not configured";

    private final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    /** To be called once the emulators run, as each start sets the log up anew. */
    static LogWatch begin() {
        LogWatch watch = new LogWatch();
        watch.setContext(watch.root.getLoggerContext());
        watch.start();
        watch.root.addAppender(watch);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, problem) -> watch.found.add("The thread " + thread.getName() + " ended: " + problem));
        return watch;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getFormattedMessage().startsWith(NOT_CONFIGURED)) {
            return;
        }
        if (event.getLevel().isGreaterOrEqual(Level.WARN) || event.getThrowableProxy() != null) {
            found.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + "\n"
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    /** What has come since the last time. */
    List<String> taken() {
        List<String> taken = new ArrayList<>();
        for (String line = found.poll(); line != null; line = found.poll()) {
            taken.add(line);
        }
        return taken;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        Thread.setDefaultUncaughtExceptionHandler(null);
    }
}
