package org.connectchat.flow.language;

import org.connectchat.flow.reference.Parameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One action of a flow (rule F3). */
public final class FlowAction {

    private final int index;
    private final String identifier;
    private final String type;
    private final ObjectNode parameters;
    private final Transitions transitions;
    private volatile @Nullable Parameters values;

    /**
     * @param index its index in {@code Actions}, which the paths of problems name
     * @param parameters empty if the flow has none
     */
    public FlowAction(int index, String identifier, String type, ObjectNode parameters, Transitions transitions) {
        this.index = index;
        this.identifier = identifier;
        this.type = type;
        this.parameters = parameters;
        this.transitions = transitions;
    }

    public int index() {
        return index;
    }

    public String identifier() {
        return identifier;
    }

    public String type() {
        return type;
    }

    /** The parameters as the flow has them, with their references. */
    public ObjectNode parameters() {
        return parameters;
    }

    public Transitions transitions() {
        return transitions;
    }

    /** The parameters as an action reads them. The first call makes them; they keep the templates that they parse. */
    public Parameters values() {
        Parameters made = values;
        if (made == null) {
            made = Parameters.of(parameters);
            values = made; // two threads may each make one; both are equal
        }
        return made;
    }

    /** The path of the action, such as {@code Actions[3]}. */
    public String path() {
        return "Actions[" + index + "]";
    }

    @Override
    public String toString() {
        return path() + " " + type;
    }
}
