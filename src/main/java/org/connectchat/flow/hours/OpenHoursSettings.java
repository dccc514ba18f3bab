package org.connectchat.flow.hours;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of a weekday in which the contact centre is open.
 *
 * @param day the weekday on which the time starts
 * @param start the first minute, such as 09:00
 * @param end the minute from which it is closed; on the next day if not after the start, so 00:00 is midnight
 */
public record OpenHoursSettings(
        @NotNull DayOfWeek day,

        @NotNull @Pattern(regexp = OpenHoursSettings.TIME, message = OpenHoursSettings.MESSAGE)
        String start,

        @NotNull @Pattern(regexp = OpenHoursSettings.TIME, message = OpenHoursSettings.MESSAGE)
        String end) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String MESSAGE = "must be a time from 00:00 to 23:59, with quotation marks in YAML";

    OpenHours toHours() {
        return new OpenHours(day, LocalTime.parse(start), LocalTime.parse(end));
    }
}
