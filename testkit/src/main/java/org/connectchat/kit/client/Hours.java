package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hours of operation. */
public final class Hours {

    private final Transport transport;

    Hours(Transport transport) {
        this.transport = transport;
    }

    /** The hours of operation that exist; if there are none, every id is always open. */
    public List<HoursOfOperation> list() {
        return transport.get(Found.class, "/hours").hours();
    }

    /** From now on these hours exist, and no others. */
    public List<HoursOfOperation> replace(List<HoursOfOperation> hours) {
        return transport.put(Found.class, "/hours", new Found(hours)).hours();
    }

    /** The configured hours exist again. */
    public List<HoursOfOperation> restore() {
        return transport.delete(Found.class, "/hours").hours();
    }

    /** Hours of operation in a time zone such as {@code Europe/Berlin}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HoursOfOperation(
            String id,
            @Nullable String name,
            String timeZone,
            @Nullable List<Open> config,
            @Nullable List<Override> overrides) {

        /** Hours without other hours on certain dates. */
        public HoursOfOperation(String id, String timeZone, List<Open> config) {
            this(id, null, timeZone, config, null);
        }
    }

    /** A time of a weekday such as {@code 09:00} to {@code 17:30}. */
    public record Open(DayOfWeek day, String start, String end) {}

    /** Other hours from the first date to the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Override(
            String name,
            LocalDate effectiveFrom,
            LocalDate effectiveTill,
            @Nullable List<Open> config) {}

    record Found(List<HoursOfOperation> hours) {}
}
