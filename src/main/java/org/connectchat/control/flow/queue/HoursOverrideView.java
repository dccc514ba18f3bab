package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.hours.HoursOverride;
import org.jspecify.annotations.Nullable;

/** Other hours for some dates. */
@Schema(name = "HoursOverride", description = "Other hours for some dates.")
record HoursOverrideView(
        @Schema(description = "What the override is for", example = "Christmas") @NotNull @Size(min = 1, max = 127)
        String name,

        @Schema(description = "The first date", example = "2026-12-24") @NotNull
        String effectiveFrom,

        @Schema(description = "The last date", example = "2026-12-26") @NotNull
        String effectiveTill,

        @Schema(description = "When it is open on these dates; never if absent") @Size(max = 100) @Nullable
        List<@NotNull @Valid OpenHoursView> config) {

    static HoursOverrideView of(HoursOverride override) {
        return new HoursOverrideView(
                override.name(),
                override.from().toString(),
                override.till().toString(),
                override.config().stream().map(OpenHoursView::of).toList());
    }

    void check(String path, List<FieldProblem> problems) {
        LocalDate from = date(effectiveFrom);
        LocalDate till = date(effectiveTill);
        if (from == null) {
            problems.add(new FieldProblem(path + ".effectiveFrom", "must be a date such as 2026-12-24"));
        }
        if (till == null || (from != null && till.isBefore(from))) {
            problems.add(new FieldProblem(
                    path + ".effectiveTill", "must be a date such as 2026-12-24, and not before effectiveFrom"));
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    HoursOverride toOverride() {
        return new HoursOverride(
                name, LocalDate.parse(effectiveFrom), LocalDate.parse(effectiveTill), OpenHoursView.all(config));
    }
}
