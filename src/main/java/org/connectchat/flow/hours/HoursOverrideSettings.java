package org.connectchat.flow.hours;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other hours for some dates.
 *
 * @param name what the override is for
 * @param effectiveFrom the first date, such as 2026-12-24
 * @param effectiveTill the last date
 * @param config when the contact centre is open on these dates; never if there is no list
 */
public record HoursOverrideSettings(
        @NotNull @Size(min = 1, max = 127) String name,
        @NotNull String effectiveFrom,
        @NotNull String effectiveTill,
        @DefaultValue @Size(max = 100) List<@NotNull @Valid OpenHoursSettings> config) {

    public HoursOverrideSettings {
        config = config == null ? List.of() : config;
    }

    @AssertTrue(message = "effective-from must be a date such as 2026-12-24")
    boolean isEffectiveFromDate() {
        return effectiveFrom == null || date(effectiveFrom) != null;
    }

    @AssertTrue(message = "effective-till must be a date such as 2026-12-24, and not before effective-from")
    boolean isEffectiveTillDate() {
        if (effectiveTill == null) {
            return true;
        }
        LocalDate till = date(effectiveTill);
        LocalDate from = effectiveFrom == null ? null : date(effectiveFrom);
        return till != null && (from == null || !till.isBefore(from));
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
                name,
                LocalDate.parse(effectiveFrom),
                LocalDate.parse(effectiveTill),
                config.stream().map(OpenHoursSettings::toHours).toList());
    }
}
