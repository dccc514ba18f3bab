package org.connectchat.kit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the messages of streamed chats. */
public final class Streamings {

    private final Transport transport;

    Streamings(Transport transport) {
        this.transport = transport;
    }

    /** The streamings of a chat. */
    public List<Streaming> of(String contactId) {
        return transport
                .get(Found.class, Transport.path("/contacts/{}/streamings", contactId))
                .streamings();
    }

    /** Waits for deliveries of one streaming. */
    public Streaming await(String contactId, String streamingId, Awaited awaited) {
        return transport.post(
                Streaming.class, Transport.path("/contacts/{}/streamings/{}/await", contactId, streamingId), awaited);
    }

    /** What became of the items of all streamings together. */
    public Delivery delivery() {
        return transport.get(Delivery.class, "/streaming-delivery");
    }

    /** Waits for deliveries of all streamings together. */
    public Delivery await(Awaited awaited) {
        return transport.post(Delivery.class, "/streaming-delivery/await", awaited);
    }

    /** Which counts are awaited, and how long. */
    public static final class Awaited extends Members<Awaited> {

        /** No count. */
        public Awaited() {}

        /** At least so many items are delivered. */
        public Awaited delivered(long delivered) {
            return with("delivered", delivered);
        }

        /** At least so many items were given up. */
        public Awaited failed(long failed) {
            return with("failed", failed);
        }

        /** No item waits. */
        public Awaited settled() {
            return with("settled", true);
        }

        /** At most so long, on the clock of the system; 10 seconds if not set. */
        public Awaited timeout(Duration timeout) {
            return with("timeout", timeout);
        }
    }

    /** A streaming; the problem is null if the latest attempt succeeded. */
    public record Streaming(
            String streamingId,
            String topicArn,
            Instant startedAt,
            boolean active,
            long delivered,
            int waiting,
            long failed,
            @Nullable String problem,
            List<Failure> failures) {}

    /** The counts of all streamings together. */
    public record Delivery(
            long delivered,
            int waiting,
            long failed,
            @Nullable String problem,
            List<Failure> failures) {}

    /** An item that was given up. */
    public record Failure(String itemId, String reason) {}

    record Found(List<Streaming> streamings) {}
}
