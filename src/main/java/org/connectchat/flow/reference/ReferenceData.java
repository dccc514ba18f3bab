package org.connectchat.flow.reference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The data that references of a running flow are resolved with. */
@FunctionalInterface
public interface ReferenceData {

    /** The value of a reference; null if it has none. */
    @Nullable
    JsonNode value(Reference reference);
}
