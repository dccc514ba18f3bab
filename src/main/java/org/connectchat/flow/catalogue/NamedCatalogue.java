package org.connectchat.flow.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resources of one kind: those of the emulator, and those that instances have of their own. Those of the emulator are the
 * configured ones until they are replaced. Readers take no lock.
 *
 * @param <T> the kind of resource
 */
public final class NamedCatalogue<T> {

    private final Function<T, String> id;
    private final Function<T, String> name;
    private final NamedResources<T> configured;
    private final OwnOfInstances<NamedResources<T>> own = new OwnOfInstances<>();
    private volatile NamedResources<T> shared;

    public NamedCatalogue(List<T> configured, Function<T, String> id, Function<T, String> name) {
        this.id = id;
        this.name = name;
        this.configured = resources(configured);
        this.shared = this.configured;
    }

    private NamedResources<T> resources(List<T> all) {
        return new NamedResources<>(all, id, name);
    }

    /** What an instance sees: its own resources, or those of the emulator if it has none or is null. */
    public NamedResources<T> in(@Nullable String instanceId) {
        NamedResources<T> ofInstance = instanceId == null ? null : own.of(instanceId);
        return ofInstance == null ? shared : ofInstance;
    }

    /** All resources of the emulator if they are other ones than the configured ones; null if not. */
    public @Nullable List<T> changed() {
        List<T> all = shared.all();
        return all.equals(configured.all()) ? null : all;
    }

    /** All resources of each instance that has its own, by its id. */
    public Map<String, List<T>> own() {
        Map<String, List<T>> all = new TreeMap<>();
        own.all().forEach((instanceId, resources) -> all.put(instanceId, resources.all()));
        return all;
    }

    /**
     * Replaces all resources of an instance, which has its own from now on, or those of the emulator if it is null.
     *
     * @return false if too many instances have their own
     */
    public boolean replace(@Nullable String instanceId, List<T> resources) {
        NamedResources<T> replacement = resources(resources);
        if (instanceId == null) {
            shared = replacement;
            return true;
        }
        return own.change(instanceId, before -> replacement);
    }

    /** Takes away what an instance has of its own, or restores the configured resources of the emulator if it is null. */
    public void restore(@Nullable String instanceId) {
        if (instanceId == null) {
            shared = configured;
        } else {
            own.change(instanceId, before -> null);
        }
    }

    /** Restores the configured resources, and takes away what instances have of their own. */
    public void reset() {
        shared = configured;
        own.clear();
    }
}
