package org.connectchat.flow.hours;

import java.util.List;
import java.util.Map;
import org.connectchat.flow.catalogue.NamedCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * The hours of operation that exist: those of the emulator (rule F72), and those that instances have of their own (rule
 * F101).
 */
public final class HoursCatalogue {

    private final NamedCatalogue<Hours> hours;

    public HoursCatalogue(List<Hours> configured) {
        this.hours = new NamedCatalogue<>(configured, Hours::id, Hours::name);
    }

    /** The hours that an instance sees: its own, or those of the emulator if it has none or is null. */
    public KnownHours in(@Nullable String instanceId) {
        return new KnownHours(hours.in(instanceId));
    }

    /** All hours of the emulator if they are other ones than the configured ones; null if not. */
    public @Nullable List<Hours> changed() {
        return hours.changed();
    }

    /** All hours of each instance that has its own, by its id. */
    public Map<String, List<Hours>> own() {
        return hours.own();
    }

    /**
     * Replaces all hours of an instance, which has its own from now on, or those of the emulator if it is null.
     *
     * @return false if too many instances have hours of their own
     */
    public boolean replace(@Nullable String instanceId, List<Hours> replacement) {
        return hours.replace(instanceId, replacement);
    }

    /** Takes away the hours that an instance has of its own, or restores the configured ones if it is null. */
    public void restore(@Nullable String instanceId) {
        hours.restore(instanceId);
    }

    /** Restores the configured hours, and takes away those that instances have of their own. */
    public void reset() {
        hours.reset();
    }
}
