package org.connectchat.flow.state;

import java.time.DayOfWeek;
import java.util.List;

/**
 * Hours of operation.
 *
 * @param zone a time zone such as Europe/Berlin
 */
public record SavedHours(String id, String name, String zone, List<Open> config, List<Override> overrides) {

    /**
     * A time of a weekday.
     *
     * @param start the first moment, such as 09:00
     * @param end the moment from which it is closed
     */
    public record Open(DayOfWeek day, String start, String end) {}

    /**
     * Other hours for some dates.
     *
     * @param from the first date, such as 2026-12-24
     * @param till the last date
     */
    public record Override(String name, String from, String till, List<Open> config) {}
}
