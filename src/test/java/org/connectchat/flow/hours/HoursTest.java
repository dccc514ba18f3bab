package org.connectchat.flow.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-01-05T08:59:59.999-05:00, false", // a Monday
        "2026-01-05T09:00:00-05:00,     true",
        "2026-01-05T11:59:59.999-05:00, true",
        "2026-01-05T12:00:00-05:00,     false",
        "2026-01-05T12:30:00-05:00,     false",
        "2026-01-05T13:00:00-05:00,     true",
        "2026-01-05T17:00:00-05:00,     false",
        "2026-01-05T14:30:00Z,          true",
        "2026-01-06T10:00:00-05:00,     false",
    })
    void aMomentIsComparedWithTheTimesOfItsWeekdayInTheTimeZone(ZonedDateTime moment, boolean open) {
        Hours hours = hours(on(DayOfWeek.MONDAY, "09:00", "12:00"), on(DayOfWeek.MONDAY, "13:00", "17:00"));

        assertThat(hours.inHours(moment.toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-01-04T23:59:59.999-05:00, false",
        "2026-01-05T00:00:00-05:00,     true",
        "2026-01-05T23:59:59.999-05:00, true",
        "2026-01-06T00:00:00-05:00,     false",
    })
    void midnightToMidnightIsTheWholeDay(ZonedDateTime moment, boolean open) {
        assertThat(hours(on(DayOfWeek.MONDAY, "00:00", "00:00")).inHours(moment.toInstant()))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-01-05T09:59:00-05:00,     false",
        "2026-01-05T10:00:00-05:00,     true",
        "2026-01-05T23:59:59.999-05:00, true",
        "2026-01-06T00:00:00-05:00,     false",
    })
    void anEndAtMidnightIsTheEndOfTheDay(ZonedDateTime moment, boolean open) {
        assertThat(hours(on(DayOfWeek.MONDAY, "10:00", "00:00")).inHours(moment.toInstant()))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-01-04T05:00:00-05:00, false",
        "2026-01-04T22:00:00-05:00, true", // a Sunday
        "2026-01-05T05:59:00-05:00, true",
        "2026-01-05T06:00:00-05:00, false",
        "2026-01-05T22:00:00-05:00, false",
    })
    void anEndBeforeTheStartIsOnTheNextDay(ZonedDateTime moment, boolean open) {
        assertThat(hours(on(DayOfWeek.SUNDAY, "22:00", "06:00")).inHours(moment.toInstant()))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-03-07T14:00:00Z, true", // 09:00 before the clocks go forward
        "2026-03-07T13:59:00Z, false",
        "2026-03-08T13:00:00Z, true", // 09:00 on the day on which they do
        "2026-03-08T12:59:00Z, false",
        "2026-03-08T21:00:00Z, false", // 17:00
        "2026-11-01T14:00:00Z, true", // 09:00 on the day on which they go back
        "2026-11-01T13:59:00Z, false",
        "2026-11-01T21:59:00Z, true",
        "2026-11-01T22:00:00Z, false",
    })
    void theHoursFollowDaylightSavingTime(ZonedDateTime moment, boolean open) {
        Hours hours = hours(on(DayOfWeek.SATURDAY, "09:00", "17:00"), on(DayOfWeek.SUNDAY, "09:00", "17:00"));

        assertThat(hours.inHours(moment.toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @Rule("F72")
    @CsvSource({
        "2026-03-08T06:59:59Z, false", // 01:59:59, the second before 03:00
        "2026-03-08T07:00:00Z, false", // 03:00
        "2026-11-01T05:30:00Z, true", // 01:30 for the first time
        "2026-11-01T06:30:00Z, true", // 01:30 for the second time
        "2026-11-01T07:00:00Z, true", // 02:00
        "2026-11-01T08:00:00Z, false", // 03:00
    })
    void aSkippedHourIsNeverOpenAndARepeatedOneIsOpenTwice(ZonedDateTime moment, boolean open) {
        Hours skipped = hours(on(DayOfWeek.SUNDAY, "02:00", "03:00"));
        Hours repeated = hours(on(DayOfWeek.SUNDAY, "01:00", "03:00"));

        Hours hours = moment.getMonthValue() == 3 ? skipped : repeated;
        assertThat(hours.inHours(moment.toInstant())).isEqualTo(open);
    }

    @Test
    @Rule("F72")
    void aNightInWhichTheClocksGoForwardIsAnHourShorter() {
        Hours night = hours(on(DayOfWeek.SATURDAY, "22:00", "06:00"));
        ZonedDateTime start = ZonedDateTime.of(LocalDate.of(2026, 3, 7), LocalTime.of(22, 0), NEW_YORK);

        assertThat(night.inHours(start.plusHours(6).toInstant())).isTrue();
        assertThat(night.inHours(start.plusHours(7).toInstant())).isFalse();
    }

    @Test
    @Rule("F72")
    void hoursWithoutTimesAreNeverOpen() {
        assertThat(hours().inHours(ZonedDateTime.parse("2026-01-05T10:00:00Z").toInstant()))
                .isFalse();
    }

    private static Hours hours(OpenHours... config) {
        return new Hours("office", "Office", NEW_YORK, List.of(config), List.of());
    }

    private static OpenHours on(DayOfWeek day, String start, String end) {
        return new OpenHours(day, LocalTime.parse(start), LocalTime.parse(end));
    }
}
