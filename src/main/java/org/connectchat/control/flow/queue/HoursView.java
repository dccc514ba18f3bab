package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.hours.Hours;
import org.jspecify.annotations.Nullable;

/** Hours of operation. */
@Schema(name = "HoursOfOperation", description = "Hours of operation.")
record HoursView(
        @Schema(description = "The id, the last part of the ARN", example = "office-hours")
        @NotNull
        @Size(min = 1, max = 500)
        String id,

        @Schema(description = "The name; the id if absent", example = "Office hours")
        @Size(min = 1, max = 127)
        @Nullable
        String name,

        @Schema(description = "The time zone", example = "Europe/Berlin") @NotNull @Size(max = 100)
        String timeZone,

        @Schema(description = "When it is open in a usual week; never if absent") @Size(max = 100) @Nullable
        List<@NotNull @Valid OpenHoursView> config,

        @Schema(description = "Other hours for some dates; the first one that covers a date counts")
        @Size(max = 50)
        @Nullable
        List<@NotNull @Valid HoursOverrideView> overrides) {

    static HoursView of(Hours hours) {
        return new HoursView(
                hours.id(),
                hours.name(),
                hours.zone().getId(),
                hours.config().stream().map(OpenHoursView::of).toList(),
                hours.overrides().stream().map(HoursOverrideView::of).toList());
    }

    void check(String path, List<FieldProblem> problems) {
        try {
            ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(
                    path + ".timeZone", "must be a time zone such as America/New_York, Europe/Berlin or UTC"));
        }
        List<HoursOverrideView> others = Objects.requireNonNullElse(overrides, List.of());
        for (int i = 0; i < others.size(); i++) {
            others.get(i).check(path + ".overrides[" + i + "]", problems);
        }
    }

    /** The hours that it describes, which have been checked. */
    Hours toHours() {
        return new Hours(
                id,
                Objects.requireNonNullElse(name, id),
                ZoneId.of(timeZone),
                OpenHoursView.all(config),
                Objects.requireNonNullElse(overrides, List.<HoursOverrideView>of()).stream()
                        .map(HoursOverrideView::toOverride)
                        .toList());
    }
}
