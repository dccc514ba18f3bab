package org.connectchat.flow.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
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

    /** Removes a stub and returns it; null if there is none of this id. */
    public @Nullable Stub remove(String id) {
        lock.lock();
        try {
            Stub removed = stubs.stream()
                    .filter(stub -> stub.id().equals(id))
                    .findFirst()
                    .orElse(null);
            keep(stub -> !stub.id().equals(id));
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Removes the stubs of one instance. */
    public void reset(String instanceId) {
        lock.lock();
        try {
            keep(stub -> !instanceId.equals(stub.instanceId()));
        } finally {
            lock.unlock();
        }
    }

    private void keep(Predicate<Stub> kept) {
        stubs = stubs.stream().filter(kept).toList();
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
        List<Stub> now = stubs;
        if (now.isEmpty()) {
            return null;
        }
        String instanceId = step.chat().contact().instanceId();
        for (Stub stub : now) {
            if (stub.matches(instanceId, flow, action) && stub.take()) {
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
