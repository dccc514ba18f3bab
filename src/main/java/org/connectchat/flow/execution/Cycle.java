package org.connectchat.flow.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.connectchat.flow.action.ContentKeys;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.StatePath;

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

    List<SavedRun.Step> save(ContentKeys keys) {
        return latest.stream()
                .map(place ->
                        new SavedRun.Step(keys.of(place.flow()), place.action().identifier()))
                .toList();
    }

    void restore(List<SavedRun.Step> saved, SavedContents contents, StatePath path) {
        path.require(saved.size() <= MAX_SHOWN, "must have at most " + MAX_SHOWN + " elements");
        for (SavedRun.Step step : saved) {
            StatePath at = path.index(latest.size());
            RunnableFlow flow = contents.flow(step.flow(), at.member("flow"));
            latest.add(new Place(flow, RunPlace.action(flow, step.action(), at.member("action"))));
        }
    }

    /** The oldest first. */
    @Override
    public String toString() {
        return latest.toString();
    }
}
