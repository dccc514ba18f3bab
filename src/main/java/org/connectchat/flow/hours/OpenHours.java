package org.connectchat.flow.hours;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of a weekday in which the contact centre is open. If the end is not after the start, it is on the next day: 10:00
 * to 00:00 ends at midnight, 00:00 to 00:00 is the whole day, 22:00 to 06:00 ends in the morning.
 *
 * @param day the weekday on which the time starts
 * @param start the first moment
 * @param end the moment from which the contact centre is closed
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_HoursOfOperationConfig.html">HoursOfOperationConfig</a>
 */
public record OpenHours(DayOfWeek day, LocalTime start, LocalTime end) {

    private boolean endsNextDay() {
        return !end.isAfter(start);
    }

    /** Whether a time of this weekday belongs to it. */
    boolean include(DayOfWeek weekday, LocalTime time) {
        return day == weekday && !time.isBefore(start) && (endsNextDay() || time.isBefore(end));
    }

    /** Whether it started on the weekday before and includes this time of the next day. */
    boolean reachInto(DayOfWeek weekday, LocalTime time) {
        return day.plus(1) == weekday && endsNextDay() && time.isBefore(end);
    }
}
