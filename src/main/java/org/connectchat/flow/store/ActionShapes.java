package org.connectchat.flow.store;

import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/** Finds what each type of action permits (rule F83). */
@FunctionalInterface
public interface ActionShapes {

    /** The shape of a type; null for an unknown type. */
    @Nullable
    ActionShape of(String type);
}
