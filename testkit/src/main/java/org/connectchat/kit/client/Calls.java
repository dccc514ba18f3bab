package org.connectchat.kit.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of AWS operations that code under test made. */
public final class Calls {

    private final Transport transport;

    Calls(Transport transport) {
        this.transport = transport;
    }

    /** The first 100 calls that match, in the order in which they ended. */
    public List<Call> list(Filter filter) {
        return page(filter.copied(new PageFilter())).calls();
    }

    /** Calls that match; {@link Page#next()} leads to further ones. */
    public Page page(PageFilter filter) {
        return transport.get(Page.class, "/calls", filter);
    }

    /** How many calls match. */
    public long count(Filter filter) {
        return transport.get(Count.class, "/calls/count", filter).count();
    }

    /** How many calls match and ended after the one with this number. */
    public long countSince(long number, Filter filter) {
        return transport
                .get(
                        Count.class,
                        "/calls/count",
                        filter.copied(new PageFilter()).since(number))
                .count();
    }

    /** Waits for a call that matches, 10 seconds at most, and returns it. */
    public Call await(Filter filter) {
        return await(filter.copied(new Awaited())).get(0);
    }

    /** Waits for calls; a refusal with the status 408 says that the time was over. */
    public List<Call> await(Awaited awaited) {
        return transport.post(Found.class, "/calls/await", awaited).calls();
    }

    /** Forgets all calls. */
    public void clear() {
        transport.delete("/calls");
    }

    /**
     * Calls that match each member which is set.
     *
     * @param <S> the type of the request itself
     */
    public abstract static class Matching<S extends Matching<S>> extends Members<S> {

        Matching() {}

        /** Calls of this operation, by its AWS name. */
        public final S operation(String operation) {
            return with("operation", operation);
        }

        /** Calls about the session that this contact belongs to. */
        public final S contactId(String contactId) {
            return with("contactId", contactId);
        }

        /** Calls about the session that began with this contact. */
        public final S initialContactId(String contactId) {
            return with("initialContactId", contactId);
        }

        /** Calls of this instance, by its id. */
        public final S instanceId(String instanceId) {
            return with("instanceId", instanceId);
        }

        /** Calls whose response had this HTTP status. */
        public final S status(int status) {
            return with("status", status);
        }

        /** Calls that failed with this error. */
        public final S errorCode(String errorCode) {
            return with("errorCode", errorCode);
        }

        final <T extends Members<T>> T copied(T target) {
            members().forEach(target::with);
            return target;
        }
    }

    /** Which calls; all if nothing is set. */
    public static final class Filter extends Matching<Filter> {

        /** All calls. */
        public Filter() {}
    }

    /** Which calls, and which page of them. */
    public static final class PageFilter extends Matching<PageFilter> {

        /** All calls. */
        public PageFilter() {}

        /** Calls with a greater number. */
        public PageFilter since(long number) {
            return with("since", number);
        }

        /** Calls from this moment on. */
        public PageFilter since(Instant moment) {
            return with("since", moment);
        }

        /** At most so many calls, 1 to 1,000. */
        public PageFilter limit(int limit) {
            return with("limit", limit);
        }
    }

    /** Which calls are awaited, how many, and how long. */
    public static final class Awaited extends Matching<Awaited> {

        /** Any call. */
        public Awaited() {}

        /** So many calls; 1 if not set. */
        public Awaited count(int count) {
            return with("count", count);
        }

        /** Calls with a greater number; any if not set. */
        public Awaited after(long number) {
            return with("after", number);
        }

        /** At most so long, on the clock of the system; 10 seconds if not set. */
        public Awaited timeout(Duration timeout) {
            return with("timeout", timeout);
        }
    }

    /** Calls; {@code next} is null if there are no more. */
    public record Page(List<Call> calls, @Nullable Long next) {}

    /** A call; what does not apply to it is null. */
    public record Call(
            long number,
            String operation,
            Instant time,
            Duration duration,
            @Nullable Integer status,
            @Nullable String errorCode,
            String requestId,
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable String initialContactId,
            @Nullable String faultId,
            @Nullable Map<String, Object> body,
            @Nullable String bodyNote) {}

    record Count(long count) {}

    record Found(List<Call> calls) {}
}
