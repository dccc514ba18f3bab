package org.connectchat.flow.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.connectchat.flow.action.ContentKeys;
import org.connectchat.flow.action.RunData;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a run stands: the flow, the action, the data that belongs to it, and the modules that it is in. It is guarded by the
 * lock of the chat.
 */
final class RunPlace {

    /** Rule F81. */
    private static final int MAX_DEPTH = 5;

    /** Where a module returns to. */
    private record Caller(RunnableFlow flow, FlowAction action, RunData data) {}

    private final Deque<Caller> callers = new ArrayDeque<>(1);
    private RunnableFlow flow;
    private RunData data = new RunData();
    private String position;

    RunPlace(RunnableFlow flow) {
        this.flow = flow;
        this.position = flow.content().startAction();
    }

    RunnableFlow flow() {
        return flow;
    }

    RunData data() {
        return data;
    }

    /** The identifier of the action. */
    String position() {
        return position;
    }

    /** How many modules the run is in. */
    int depth() {
        return callers.size();
    }

    FlowAction action() {
        FlowAction action = flow.action(position);
        if (action == null) {
            throw new IllegalStateException("Flow " + flow + " has no action " + position);
        }
        return action;
    }

    void moveTo(String identifier) {
        position = identifier;
    }

    /** Goes on at the start of another flow, out of all modules. No data of a module comes out of it (rule F17). */
    void transferTo(RunnableFlow next) {
        data = callers.isEmpty() ? data : callers.getLast().data();
        callers.clear();
        data.remove("FlowAttributes");
        begin(next);
    }

    /** Enters a module, which begins without data. */
    void enter(RunnableFlow module, JsonNode input) {
        callers.push(new Caller(flow, action(), data));
        data = new RunData();
        data.put("Modules", "Input", input);
        begin(module);
    }

    /** Returns to the action that invoked the module; null if the run is in none. */
    @Nullable
    FlowAction leave() {
        Caller caller = callers.poll();
        if (caller == null) {
            return null;
        }
        flow = caller.flow();
        data = caller.data();
        position = caller.action().identifier();
        return caller.action();
    }

    SavedRun.Position save(ContentKeys keys) {
        return new SavedRun.Position(keys.of(flow), position, data.all());
    }

    /** Where the modules return to, the innermost first. */
    List<SavedRun.Position> saveCallers(ContentKeys keys) {
        return callers.stream()
                .map(caller -> new SavedRun.Position(
                        keys.of(caller.flow()),
                        caller.action().identifier(),
                        caller.data().all()))
                .toList();
    }

    /** Where a run stood that was saved. */
    static RunPlace of(SavedRun saved, SavedContents contents, StatePath path) {
        StatePath at = path.member("at");
        RunPlace place = new RunPlace(contents.flow(saved.at().flow(), at.member("flow")));
        place.position =
                action(place.flow, saved.at().action(), at.member("action")).identifier();
        place.data = RunData.of(saved.at().data());
        StatePath callers = path.member("callers");
        callers.require(saved.callers().size() <= MAX_DEPTH, "must have at most " + MAX_DEPTH + " elements");
        for (SavedRun.Position caller : saved.callers()) {
            StatePath of = callers.index(place.depth());
            RunnableFlow flow = contents.flow(caller.flow(), of.member("flow"));
            FlowAction action = action(flow, caller.action(), of.member("action"));
            place.callers.addLast(new Caller(flow, action, RunData.of(caller.data())));
        }
        return place;
    }

    static FlowAction action(RunnableFlow flow, String identifier, StatePath path) {
        FlowAction action = flow.action(identifier);
        if (action == null) {
            throw path.wrong("is no action of flow " + flow);
        }
        return action;
    }

    private void begin(RunnableFlow next) {
        flow = next;
        position = next.content().startAction();
    }
}
