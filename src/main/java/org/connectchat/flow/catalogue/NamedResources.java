package org.connectchat.flow.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Resources of one kind, each with an id and a name, in their order. They never change.
 *
 * @param <T> the kind of resource
 */
public final class NamedResources<T> {

    private static final String ARN = "arn:";

    private final List<T> all;
    private final Map<String, T> byId = new HashMap<>();
    private final Map<String, T> byName = new HashMap<>();

    public NamedResources(List<T> all, Function<T, String> id, Function<T, String> name) {
        this.all = List.copyOf(all);
        for (T resource : all) {
            byId.putIfAbsent(id.apply(resource), resource);
            byName.putIfAbsent(name.apply(resource), resource);
        }
    }

    /** All resources, in their order. */
    public List<T> all() {
        return all;
    }

    /** The resource of this id or ARN, otherwise the first one of this name; null if there is none. */
    public @Nullable T find(String reference) {
        T found = byId.get(idOf(reference));
        return found == null ? byName.get(reference) : found;
    }

    /** The id that a reference names: what follows the last slash of an ARN, any other text as it is. */
    public static String idOf(String reference) {
        return reference.startsWith(ARN) ? reference.substring(reference.lastIndexOf('/') + 1) : reference;
    }
}
