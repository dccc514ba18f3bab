package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contact events that EventBridge gets, or would get. */
public final class ContactEvents {

    private final Transport transport;

    ContactEvents(Transport transport) {
        this.transport = transport;
    }

    /** The first 100 events that match, in the order in which they happened. */
    public List<Event> list(Filter filter) {
        return page(filter.copied(new PageFilter())).events();
    }

    /** Events that match; {@link Page#next()} leads to further ones. */
    public Page page(PageFilter filter) {
        return transport.get(Page.class, "/contact-events", filter);
    }

    /** How many events match. */
    public long count(Filter filter) {
        return transport.get(Count.class, "/contact-events/count", filter).count();
    }

    /** How many events match and happened after the one with this number. */
    public long countSince(long number, Filter filter) {
        return transport
                .get(
                        Count.class,
                        "/contact-events/count",
                        filter.copied(new PageFilter()).since(number))
                .count();
    }

    /** Waits for an event that matches, 10 seconds at most, and returns it. */
    public Event await(Filter filter) {
        return await(filter.copied(new Awaited())).get(0);
    }

    /** Waits for events; a refusal with the status 408 says that the time was over. */
    public List<Event> await(Awaited awaited) {
        return transport.post(Found.class, "/contact-events/await", awaited).events();
    }

    /** Forgets all events. */
    public void clear() {
        transport.delete("/contact-events");
    }

    /** What became of the events on their way to EventBridge. */
    public Delivery delivery() {
        return transport.get(Delivery.class, "/contact-events/delivery");
    }

    /** Waits for deliveries to EventBridge. */
    public Delivery awaitDelivery(Streamings.Awaited awaited) {
        return transport.post(Delivery.class, "/contact-events/delivery/await", awaited);
    }

    /** What an event says. */
    public enum Type {
        INITIATED,
        CONNECTED_TO_SYSTEM,
        QUEUED,
        CONNECTED_TO_AGENT,
        DISCONNECTED,
        COMPLETED,
        CONTACT_DATA_UPDATED
    }

    /**
     * Events that match each member which is set.
     *
     * @param <S> the type of the request itself
     */
    public abstract static class Matching<S extends Matching<S>> extends Members<S> {

        Matching() {}

        /** Events of this type. */
        public final S eventType(Type type) {
            return with("eventType", type);
        }

        /** Events of this contact. */
        public final S contactId(String contactId) {
            return with("contactId", contactId);
        }

        /** Events of all contacts of the session that began with this contact. */
        public final S initialContactId(String contactId) {
            return with("initialContactId", contactId);
        }

        /** Events of this instance, by its id. */
        public final S instanceId(String instanceId) {
            return with("instanceId", instanceId);
        }

        final <T extends Members<T>> T copied(T target) {
            members().forEach(target::with);
            return target;
        }
    }

    /** Which events; all if nothing is set. */
    public static final class Filter extends Matching<Filter> {

        /** All events. */
        public Filter() {}
    }

    /** Which events, and which page of them. */
    public static final class PageFilter extends Matching<PageFilter> {

        /** All events. */
        public PageFilter() {}

        /** Events with a greater number. */
        public PageFilter since(long number) {
            return with("since", number);
        }

        /** Events from this moment on. */
        public PageFilter since(Instant moment) {
            return with("since", moment);
        }

        /** At most so many events, 1 to 1,000. */
        public PageFilter limit(int limit) {
            return with("limit", limit);
        }
    }

    /** Which events are awaited, how many, and how long. */
    public static final class Awaited extends Matching<Awaited> {

        /** Any event. */
        public Awaited() {}

        /** So many events; 1 if not set. */
        public Awaited count(int count) {
            return with("count", count);
        }

        /** Events with a greater number; any if not set. */
        public Awaited after(long number) {
            return with("after", number);
        }

        /** At most so long, on the clock of the system; 10 seconds if not set. */
        public Awaited timeout(Duration timeout) {
            return with("timeout", timeout);
        }
    }

    /** Events; {@code next} is null if there are no more. */
    public record Page(List<Event> events, @Nullable Long next) {}

    /** An event; the detail has what Amazon Connect puts into it. */
    public record Event(
            long number,
            Instant time,
            String account,
            String region,
            String source,
            @JsonProperty("detail-type") String detailType,
            List<String> resources,
            Map<String, Object> detail) {}

    /** What became of events; the problem is null if the latest attempt succeeded. */
    public record Delivery(
            boolean enabled,
            long delivered,
            int waiting,
            long failed,
            @Nullable String problem,
            List<Failure> latestFailures) {}

    /** An event that was given up. */
    public record Failure(String event, String reason) {}

    record Count(long count) {}

    record Found(List<Event> events) {}
}
