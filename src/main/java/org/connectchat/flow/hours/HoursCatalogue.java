package org.connectchat.flow.hours;

import java.util.List;
import org.connectchat.flow.catalogue.NamedCatalogue;
import org.jspecify.annotations.Nullable;

/** The hours of operation that exist (rule F72). If there are none, every id names hours that are always open. */
public final class HoursCatalogue {

    private final NamedCatalogue<Hours> hours;

    public HoursCatalogue(List<Hours> configured) {
        this.hours = new NamedCatalogue<>(configured, Hours::id, Hours::name);
    }

    /** The hours of this id, ARN or name; null if hours exist, but not these. */
    public @Nullable Hours find(String reference) {
        return hours.all().isEmpty() ? Hours.always(NamedCatalogue.idOf(reference)) : hours.find(reference);
    }

    /** The hours of a queue: always open if it names none; null if it names hours that do not exist. */
    public @Nullable Hours ofQueue(@Nullable String hoursId) {
        return hoursId == null ? Hours.always("") : find(hoursId);
    }

    /** All hours, in their order. */
    public List<Hours> all() {
        return hours.all();
    }

    /** All hours if they are other ones than the configured ones; null if not. */
    public @Nullable List<Hours> changed() {
        return hours.changed();
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
