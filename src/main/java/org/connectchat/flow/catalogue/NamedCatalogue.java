package org.connectchat.flow.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resources of one kind, each with an id and a name. The configured ones exist until they are replaced. Readers take no
 * lock, and each look-up reads one complete list.
 *
 * @param <T> the kind of resource
 */
public final class NamedCatalogue<T> {

    private static final String ARN = "arn:";

    private record Contents<T>(List<T> all, Map<String, T> byId, Map<String, T> byName) {}

    private final Function<T, String> id;
    private final Function<T, String> name;
    private final Contents<T> configured;
    private volatile Contents<T> current;

    public NamedCatalogue(List<T> configured, Function<T, String> id, Function<T, String> name) {
        this.id = id;
        this.name = name;
        this.configured = contents(configured);
        this.current = this.configured;
    }

    private Contents<T> contents(List<T> all) {
        Map<String, T> byId = new HashMap<>();
        Map<String, T> byName = new HashMap<>();
        for (T resource : all) {
            byId.putIfAbsent(id.apply(resource), resource);
            byName.putIfAbsent(name.apply(resource), resource);
        }
        return new Contents<>(List.copyOf(all), byId, byName);
    }

    /** All resources, in their order. */
    public List<T> all() {
        return current.all();
    }

    /** All resources if they are other ones than the configured ones; null if not. */
    public @Nullable List<T> changed() {
        return current.equals(configured) ? null : current.all();
    }

    /** The resource of this id or ARN, otherwise the first one of this name; null if there is none. */
    public @Nullable T find(String reference) {
        Contents<T> contents = current;
        T found = contents.byId().get(idOf(reference));
        return found == null ? contents.byName().get(reference) : found;
    }

    /** Replaces all resources. */
    public void replace(List<T> resources) {
        current = contents(resources);
    }

    /** Restores the configured resources. */
    public void reset() {
        current = configured;
    }

    /** The id that a reference names: what follows the last slash of an ARN, any other text as it is. */
    public static String idOf(String reference) {
        return reference.startsWith(ARN) ? reference.substring(reference.lastIndexOf('/') + 1) : reference;
    }
}
