package org.connectchat.flow.state;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an action ended.
 *
 * @param kind {@code SUCCESS}, {@code RESULT} or {@code FAILURE}
 * @param value of a result; null if no condition can fit it
 * @param tree of a result, as JSON
 * @param errorType of a failure
 * @param reason of a failure
 */
public record SavedOutcome(
        Kind kind,
        @Nullable String value,
        @Nullable JsonNode tree,
        @Nullable String errorType,
        @Nullable String reason) {

    /** How an action can have ended. */
    public enum Kind {
        SUCCESS,
        RESULT,
        FAILURE
    }

    /** Without the result, which may be what a customer wrote. */
    @Override
    public String toString() {
        return "SavedOutcome[" + kind + "]";
    }
}
