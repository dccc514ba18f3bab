package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.hours.Hours;

/** The hours of operation that exist. */
@Schema(
        name = "HoursList",
        description = "The hours of operation that exist.",
        example = "{\"hours\": [{\"id\": \"office-hours\", \"timeZone\": \"Europe/Berlin\", \"config\": [{\"day\": "
                + "\"MONDAY\", \"start\": \"09:00\", \"end\": \"17:00\"}]}]}")
record HoursList(
        @Schema(description = "The hours of operation; if there are none, every id is always open")
        @NotNull
        @Size(max = 1000)
        List<@NotNull @Valid HoursView> hours) {

    static HoursList of(List<Hours> hours) {
        return new HoursList(hours.stream().map(HoursView::of).toList());
    }

    /**
     * The hours that it describes.
     *
     * @throws ControlProblem if a time zone or a date is not valid, or two have the same id
     */
    List<Hours> toHours() {
        List<FieldProblem> problems = new ArrayList<>(
                Distinct.problems("hours", hours.stream().map(HoursView::id).toList()));
        for (int i = 0; i < hours.size(); i++) {
            hours.get(i).check("hours[" + i + "]", problems);
        }
        if (!problems.isEmpty()) {
            throw ControlProblem.badFields(problems);
        }
        return hours.stream().map(HoursView::toHours).toList();
    }
}
