package org.connectchat.flow.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes that tests have set for actions (rule F78). An action with a stub does nothing itself. The first stub that
 * matches and is not used up gives the outcome.
 */
public final class Stubs {

    /** How many stubs there may be. */
    public static final int MAXIMUM = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<Stub> stubs = List.of();

    /** Adds a stub after the others; false if there are too many. Stubs that are used up make room. */
    public boolean add(Stub stub) {
        lock.lock();
        try {
            List<Stub> more = new ArrayList<>(stubs);
            if (more.size() >= MAXIMUM) {
                more.removeIf(old -> old.left() == 0);
            }
            if (more.size() >= MAXIMUM) {
                return false;
            }
            more.add(stub);
            stubs = List.copyOf(more);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** All stubs, in the order in which they are tried. */
    public List<Stub> all() {
        return stubs;
    }

    /** Removes a stub; false if there is none of this id. */
    public boolean remove(String id) {
        lock.lock();
        try {
            List<Stub> fewer =
                    stubs.stream().filter(stub -> !stub.id().equals(id)).toList();
            boolean removed = fewer.size() < stubs.size();
            stubs = fewer;
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Removes all stubs. */
    public void reset() {
        lock.lock();
        try {
            stubs = List.of();
        } finally {
            lock.unlock();
        }
    }

    /** The outcome that a stub gives an action; null if none matches. */
    public @Nullable Outcome take(RunnableFlow flow, FlowAction action, Step step) {
        for (Stub stub : stubs) {
            if (stub.matches(flow, action) && stub.take()) {
                return outcome(stub, step);
            }
        }
        return null;
    }

    private static Outcome outcome(Stub stub, Step step) {
        if (stub.delay().isZero()) {
            stub.data().forEach(step.data()::lay);
            return stub.outcome();
        }
        return new Outcome.Waiting(new StubDelay(step.now().plus(stub.delay()), stub.outcome(), stub.data()));
    }
}
