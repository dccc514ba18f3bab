package org.connectchat.flow.hours;

import java.time.LocalDate;
import java.util.List;

/**
 * Other hours for some dates. On these dates only the override counts: a weekday that it does not list is closed, and hours
 * that started before its first date end at midnight.
 *
 * @param name what the override is for
 * @param from the first date
 * @param till the last date
 * @param config when the contact centre is open on these dates; never if empty
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateHoursOfOperationOverride.html">CreateHoursOfOperationOverride</a>
 */
public record HoursOverride(String name, LocalDate from, LocalDate till, List<OpenHours> config) {

    public HoursOverride {
        config = List.copyOf(config);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(till);
    }
}
