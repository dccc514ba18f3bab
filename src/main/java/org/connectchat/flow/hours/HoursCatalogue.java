package org.connectchat.flow.hours;

import java.util.List;
import org.connectchat.flow.catalogue.NamedCatalogue;
import org.jspecify.annotations.Nullable;

/** The hours of operation that exist (rule F72). Without any, every id names hours that never end. */
public final class HoursCatalogue {

    private final NamedCatalogue<Hours> hours;

    public HoursCatalogue(List<Hours> configured) {
        this.hours = new NamedCatalogue<>(configured, Hours::id, Hours::name);
    }

    /** The hours of this id, ARN or name; null if hours exist and none of them is meant. */
    public @Nullable Hours find(String reference) {
        return hours.all().isEmpty() ? Hours.always(NamedCatalogue.idOf(reference)) : hours.find(reference);
    }

    /** The hours of a queue, which never end if it names none; null if it names some that do not exist. */
    public @Nullable Hours ofQueue(@Nullable String hoursId) {
        return hoursId == null ? Hours.always("") : find(hoursId);
    }

    /** All hours, in their order. */
    public List<Hours> all() {
        return hours.all();
    }

    /** Replaces all hours. */
    public void replace(List<Hours> replacement) {
        hours.replace(replacement);
    }

    /** Restores the configured hours. */
    public void reset() {
        hours.reset();
    }
}
