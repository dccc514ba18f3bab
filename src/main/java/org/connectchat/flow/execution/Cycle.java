package org.connectchat.flow.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowAction;

/** The latest different actions of a run that may go round in circles, for messages (rule F81). */
final class Cycle {

    /** How many actions are looked at. The cycle is shorter, or it is not shown whole. */
    static final int ACTIONS = 100;

    private static final int MAX_SHOWN = 10;

    private final Deque<Place> latest = new ArrayDeque<>(0);

    private record Place(RunnableFlow flow, FlowAction action) {

        /** An action belongs to one flow. */
        boolean isSame(Place other) {
            return action == other.action;
        }

        @Override
        public String toString() {
            return action.identifier() + " of " + flow;
        }
    }

    void add(RunnableFlow flow, FlowAction action) {
        Place place = new Place(flow, action);
        latest.removeIf(place::isSame);
        latest.add(place);
        if (latest.size() > MAX_SHOWN) {
            latest.remove();
        }
    }

    void clear() {
        latest.clear();
    }

    /** The oldest first. */
    @Override
    public String toString() {
        return latest.toString();
    }
}
