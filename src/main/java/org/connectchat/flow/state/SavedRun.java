package org.connectchat.flow.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One run of a flow.
 *
 * @param kind what the run is for, such as {@code INBOUND}
 * @param at where it stands
 * @param callers the actions that invoked the modules that it is in, the innermost first
 * @param actions how many actions it has run without waiting for anything
 * @param latest the latest different ones of them, the oldest first, if they may go round in circles
 * @param activity the action that waits, or has waited; null if the action runs next, or once more
 */
public record SavedRun(
        String kind,
        Position at,
        List<Position> callers,
        int actions,
        List<Step> latest,
        @Nullable Activity activity) {

    /**
     * A place in a flow or a module.
     *
     * @param flow the key of the content of the flow
     * @param action the identifier of the action
     * @param data the values of the roots of references
     */
    public record Position(String flow, String action, Map<String, JsonNode> data) {

        /** Without the data, which may be about a customer. */
        @Override
        public String toString() {
            return "Position[" + flow + ", " + action + "]";
        }
    }

    /** An action of a flow. */
    public record Step(String flow, String action) {}

    /**
     * An action that waits, or has waited. One of {@code waiting} and {@code outcome} is given.
     *
     * @param parameters those that the action has read, for the flow log
     * @param hidden whether the flow log shows neither the parameters nor the result
     * @param outcome how it ended, which the run has not taken yet
     */
    public record Activity(
            Map<String, String> parameters,
            boolean hidden,
            @Nullable SavedWait waiting,
            @Nullable SavedOutcome outcome) {

        /** Without the parameters, which may be about a customer. */
        @Override
        public String toString() {
            return "Activity";
        }
    }
}
