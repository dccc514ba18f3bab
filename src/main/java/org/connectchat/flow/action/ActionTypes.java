package org.connectchat.flow.action;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/** The action types of the flow language, by name. */
public final class ActionTypes {

    private final Map<String, ActionType> byName;

    public ActionTypes(Collection<ActionType> types) {
        this.byName = types.stream().collect(Collectors.toUnmodifiableMap(ActionType::name, Function.identity()));
    }

    /** The type of this name, or null if there is none. */
    public @Nullable ActionType find(String name) {
        return byName.get(name);
    }

    /** What an action of this type may have, or null if there is no such type. */
    public @Nullable ActionShape shape(String name) {
        ActionType type = find(name);
        return type == null ? null : type.shape();
    }

    /** All types. */
    public Collection<ActionType> all() {
        return byName.values();
    }
}
