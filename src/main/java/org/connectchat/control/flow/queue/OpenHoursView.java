package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.connectchat.flow.hours.OpenHours;
import org.jspecify.annotations.Nullable;

/** A time of a weekday in which a contact centre is open. */
@Schema(name = "OpenHours", description = "A time of a weekday in which the contact centre is open.")
record OpenHoursView(
        @Schema(description = "The weekday on which the time starts") @NotNull
        DayOfWeek day,

        @Schema(description = "The first minute", example = "09:00")
        @NotNull
        @Pattern(regexp = OpenHoursView.TIME, message = OpenHoursView.MESSAGE)
        String start,

        @Schema(
                description = "The minute from which it is closed; on the next day if not after the start",
                example = "17:00")
        @NotNull
        @Pattern(regexp = OpenHoursView.TIME, message = OpenHoursView.MESSAGE)
        String end) {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String MESSAGE = "must be a time from 00:00 to 23:59";

    static OpenHoursView of(OpenHours hours) {
        return new OpenHoursView(
                hours.day(), hours.start().toString(), hours.end().toString());
    }

    static List<OpenHours> all(@Nullable List<OpenHoursView> views) {
        return views == null
                ? List.of()
                : views.stream()
                        .map(view ->
                                new OpenHours(view.day(), LocalTime.parse(view.start()), LocalTime.parse(view.end())))
                        .toList();
    }
}
