package org.connectchat.flow.lambda;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a call of a function leads to (rules F54 to F56). */
public sealed interface LambdaResult {

    /**
     * The function did its work, or accepted an asynchronous call.
     *
     * @param data what the function returned; null for an asynchronous call
     */
    record Success(@Nullable ObjectNode data) implements LambdaResult {

        /** Without the data, which may be about a customer. */
        @Override
        public String toString() {
            return data == null ? "Success[]" : "Success[" + data.size() + " members]";
        }
    }

    /**
     * The call failed.
     *
     * @param reason what happened, for the flow log; it repeats nothing of the event or the result
     */
    record Failure(String reason) implements LambdaResult {}
}
