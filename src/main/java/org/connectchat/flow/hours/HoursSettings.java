package org.connectchat.flow.hours;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Hours of operation in the settings.
 *
 * @param id the id, the last part of the ARN
 * @param name the name; the id if absent
 * @param timeZone a time zone such as Europe/Berlin
 * @param config when the contact centre is open in a usual week; never if there is no list
 * @param overrides other hours for some dates; the first one that covers a date counts
 */
public record HoursSettings(
        @NotNull @Size(min = 1, max = 500) String id,
        @Size(min = 1, max = 127) String name,
        @NotNull String timeZone,
        @DefaultValue @Size(max = 100) List<@NotNull @Valid OpenHoursSettings> config,
        @DefaultValue @Size(max = 50) List<@NotNull @Valid HoursOverrideSettings> overrides) {

    public HoursSettings {
        name = name == null ? id : name;
        config = config == null ? List.of() : config;
        overrides = overrides == null ? List.of() : overrides;
    }

    @AssertTrue(message = "time-zone must be a time zone such as America/New_York, Europe/Berlin or UTC")
    boolean isTimeZoneKnown() {
        if (timeZone == null) {
            return true;
        }
        try {
            ZoneId.of(timeZone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The hours that it describes. */
    public Hours toHours() {
        return new Hours(
                id,
                name,
                ZoneId.of(timeZone),
                config.stream().map(OpenHoursSettings::toHours).toList(),
                overrides.stream().map(HoursOverrideSettings::toOverride).toList());
    }
}
