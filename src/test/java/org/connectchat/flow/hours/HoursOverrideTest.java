package org.connectchat.flow.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours every day from 20:00 to 04:00, with other hours for some dates. */
class HoursOverrideTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-12-24T03:00, true",
        "2026-12-24T23:59, true",
        "2026-12-25T00:00, false", // the night before ends at midnight
        "2026-12-25T21:00, false",
        "2026-12-26T03:00, false",
        "2026-12-26T23:00, false",
        "2026-12-27T03:00, false", // the night before never began
        "2026-12-27T20:00, true",
    })
    void datesOfAnOverrideWithoutTimesAreClosedFromTheFirstToTheLast(LocalDateTime local, boolean open) {
        assertThat(isOpen(local, override("2026-12-25", "2026-12-26"))).isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-12-24T10:00, true", // a Thursday
        "2026-12-24T14:00, false",
        "2026-12-24T21:00, false", // the usual hours do not count
        "2026-12-25T10:00, false", // a weekday that the override does not list
        "2026-12-31T10:00, false", // a Thursday after the override
    })
    void anOverrideReplacesTheUsualHoursOfItsDates(LocalDateTime local, boolean open) {
        HoursOverride override =
                override("2026-12-24", "2026-12-25", on(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(14, 0)));

        assertThat(isOpen(local, override)).isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-12-24T22:30, true",
        "2026-12-25T02:59, true", // within the override
        "2026-12-25T03:00, false",
        "2026-12-26T02:59, true", // the night of the last date goes on into a usual day
        "2026-12-26T03:00, false",
    })
    void aNightOfAnOverrideGoesOnIntoTheNextDay(LocalDateTime local, boolean open) {
        HoursOverride override = override(
                "2026-12-24",
                "2026-12-25",
                on(DayOfWeek.THURSDAY, LocalTime.of(22, 0), LocalTime.of(3, 0)),
                on(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(3, 0)));

        assertThat(isOpen(local, override)).isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({"2026-12-24T10:00, false", "2026-12-23T10:00, true"})
    void theFirstOverrideThatCoversADateCounts(LocalDateTime local, boolean open) {
        HoursOverride closed = override("2026-12-24", "2026-12-24");
        HoursOverride week = override("2026-12-20", "2026-12-26", everyDay(LocalTime.of(9, 0), LocalTime.of(17, 0)));

        assertThat(isOpen(local, closed, week)).isEqualTo(open);
    }

    private static boolean isOpen(LocalDateTime local, HoursOverride... overrides) {
        Hours hours = new Hours(
                "night",
                "Night",
                BERLIN,
                List.of(everyDay(LocalTime.of(20, 0), LocalTime.of(4, 0))),
                List.of(overrides));
        return hours.inHours(local.atZone(BERLIN).toInstant());
    }

    private static HoursOverride override(String from, String till, OpenHours... config) {
        return new HoursOverride("holidays", LocalDate.parse(from), LocalDate.parse(till), List.of(config));
    }

    private static OpenHours[] everyDay(LocalTime start, LocalTime end) {
        return Arrays.stream(DayOfWeek.values()).map(day -> on(day, start, end)).toArray(OpenHours[]::new);
    }

    private static OpenHours on(DayOfWeek day, LocalTime start, LocalTime end) {
        return new OpenHours(day, start, end);
    }
}
