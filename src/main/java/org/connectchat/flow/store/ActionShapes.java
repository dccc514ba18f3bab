package org.connectchat.flow.store;

import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/** Knows what each type of actions permits. The actions themselves provide it. */
@FunctionalInterface
public interface ActionShapes {

    /** The shape of a type; null for a type that is unknown. */
    @Nullable
    ActionShape of(String type);
}
