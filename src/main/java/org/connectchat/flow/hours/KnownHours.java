package org.connectchat.flow.hours;

import java.util.List;
import org.connectchat.flow.catalogue.NamedResources;
import org.jspecify.annotations.Nullable;

/**
 * The hours of operation that one instance sees, as they were at one moment (rule F72). If there are none, every id names
 * hours that are always open.
 */
public final class KnownHours {

    private final NamedResources<Hours> hours;

    KnownHours(NamedResources<Hours> hours) {
        this.hours = hours;
    }

    /** The hours of this id, ARN or name; null if hours exist, but not these. */
    public @Nullable Hours find(String reference) {
        return hours.all().isEmpty() ? Hours.always(NamedResources.idOf(reference)) : hours.find(reference);
    }

    /** The hours of a queue: always open if it names none; null if it names hours that do not exist. */
    public @Nullable Hours ofQueue(@Nullable String hoursId) {
        return hoursId == null ? Hours.always("") : find(hoursId);
    }

    /** All hours, in their order. */
    public List<Hours> all() {
        return hours.all();
    }
}
