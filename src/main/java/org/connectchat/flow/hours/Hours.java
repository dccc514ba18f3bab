package org.connectchat.flow.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hours of operation (rule F72). They follow the wall clock of their time zone, with its daylight saving time: an hour
 * that is skipped is never open, and an hour that comes twice is open both times.
 *
 * @param id the id, the last part of the ARN
 * @param name the name
 * @param zone the time zone
 * @param config when the contact centre is open in a usual week
 * @param overrides other hours for some dates; the first one that covers a date counts
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateHoursOfOperation.html">CreateHoursOfOperation</a>
 */
public record Hours(String id, String name, ZoneId zone, List<OpenHours> config, List<HoursOverride> overrides) {

    private static final List<OpenHours> EVERY_DAY = Arrays.stream(DayOfWeek.values())
            .map(day -> new OpenHours(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
            .toList();

    public Hours {
        config = List.copyOf(config);
        overrides = List.copyOf(overrides);
    }

    /** Hours of this id that are always open. */
    public static Hours always(String id) {
        return new Hours(id, id, ZoneOffset.UTC, EVERY_DAY, List.of());
    }

    /** Whether the contact centre is open at this moment. */
    public boolean inHours(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        HoursOverride today = override(date);
        HoursOverride yesterday = override(date.minusDays(1));
        boolean startedToday = configOf(today).stream().anyMatch(open -> open.include(date.getDayOfWeek(), time));
        boolean mayGoOn = today == null || today.equals(yesterday);
        return startedToday
                || (mayGoOn
                        && configOf(yesterday).stream().anyMatch(open -> open.reachInto(date.getDayOfWeek(), time)));
    }

    private List<OpenHours> configOf(@Nullable HoursOverride override) {
        return override == null ? config : override.config();
    }

    private @Nullable HoursOverride override(LocalDate date) {
        return overrides.stream()
                .filter(override -> override.covers(date))
                .findFirst()
                .orElse(null);
    }
}
