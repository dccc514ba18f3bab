package org.connectchat.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows what changes in the emulator, from {@link EmulatorClient#follow} until it is closed. Its events come in the order
 * in which they happened in a session. One thread at a time reads them; another may close the stream.
 */
public final class EventStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";

    /** While these are not read, the emulator keeps what follows, and at last says that events were missed. */
    private static final int UNREAD = 1_000;

    private final BlockingQueue<Optional<LiveEvent>> events = new ArrayBlockingQueue<>(UNREAD);
    private final InputStream body;
    private final Thread reader = new Thread(this::read, "connect-chat-events");
    private boolean isOver;
    private volatile @Nullable IOException problem;

    EventStream(InputStream body) {
        this.body = body;
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits for the next event; empty if none comes in this time. */
    public Optional<LiveEvent> next(Duration timeout) {
        Optional<LiveEvent> next = isOver ? Optional.empty() : take(timeout);
        if (next == null) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            isOver = true;
            throw new EmulatorException("The stream of events is over", 0, List.of(), problem);
        }
        return next;
    }

    /** Null if the time is over, empty at the end of the stream. */
    private @Nullable Optional<LiveEvent> take(Duration timeout) {
        try {
            return events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmulatorException("The thread was interrupted", 0, List.of(), e);
        }
    }

    /** Waits for an event of this type that matches, 10 seconds at most, and passes over others. */
    public <E extends LiveEvent> E await(Class<E> type, Predicate<E> condition) {
        return await(type, condition, PATIENCE);
    }

    /** Waits so long for an event of this type that matches, and passes over others. */
    public <E extends LiveEvent> E await(Class<E> type, Predicate<E> condition, Duration timeout) {
        long begun = System.nanoTime();
        while (true) {
            LiveEvent event = next(timeout.minusNanos(System.nanoTime() - begun))
                    .orElseThrow(() -> failure("No such event came within " + timeout + ": " + type.getSimpleName()));
            if (type.isInstance(event) && condition.test(type.cast(event))) {
                return type.cast(event);
            }
            if (event instanceof LiveEvent.Missed) {
                throw failure("Events were missed, because the stream was read too slowly");
            }
        }
    }

    private static EmulatorException failure(String message) {
        return new EmulatorException(message, 0, List.of(), null);
    }

    /** Ends the stream. */
    @Override
    public void close() {
        reader.interrupt(); // it may wait for room
        try {
            body.close();
        } catch (IOException e) {
            // The connection has gone before.
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            Class<? extends LiveEvent> type = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EVENT)) {
                    type = LiveEvent.TYPES.get(line.substring(EVENT.length()));
                } else if (line.startsWith(DATA) && type != null) { // a newer emulator may have more types
                    events.put(Optional.of(Json.MAPPER.readValue(line.substring(DATA.length()), type)));
                }
            }
        } catch (IOException e) {
            problem = e;
        } catch (InterruptedException e) {
            // It is closed.
        }
        end();
    }

    /** A thread that waits for an event learns of the end after the events that came before it. */
    private void end() {
        try {
            events.put(Optional.empty());
        } catch (InterruptedException e) {
            events.clear(); // it is closed, and what was not read is not of interest any more
            events.add(Optional.empty());
        }
    }

    /** Which events a stream has; all if nothing is set. */
    public static final class Filter extends Members<Filter> {

        /** All events. */
        public Filter() {}

        /** Events of these types, and {@link LiveEvent.Missed}. */
        @SafeVarargs
        public final Filter types(Class<? extends LiveEvent>... types) {
            List<String> names = new ArrayList<>();
            for (Class<? extends LiveEvent> type : types) {
                names.add(name(type));
            }
            return with("types", String.join(",", names));
        }

        private static String name(Class<? extends LiveEvent> type) {
            return LiveEvent.TYPES.entrySet().stream()
                    .filter(known -> known.getValue() == type)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }

        /** Events of the session that this contact belongs to. */
        public Filter contactId(String contactId) {
            return with("contactId", contactId);
        }

        /** Events of this instance, and those that belong to no instance. */
        public Filter instanceId(String instanceId) {
            return with("instanceId", instanceId);
        }
    }
}
