package org.connectchat.flow.stub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes that tests have set for actions (rule F78). A stub goes before what its action would do. The first stub that
 * fits is taken, as often as it may be.
 */
public final class Stubs {

    /** How many stubs there may be. */
    public static final int MAXIMUM = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<Stub> stubs = List.of();

    /** Adds a stub behind the others; false if there are too many. If there are, those that are used up go first. */
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

    /** The outcome that a stub gives an action, or null if none fits. */
    public @Nullable Outcome take(RunnableFlow flow, FlowAction action, Step step) {
        for (Stub stub : stubs) {
            if (stub.fits(flow, action) && stub.take()) {
                return after(stub.delay(), stub.outcome(), stub, step);
            }
        }
        return null;
    }

    private static Outcome after(Duration delay, Outcome outcome, Stub stub, Step step) {
        if (delay.isZero()) {
            stub.lay(step.data());
            return outcome;
        }
        Instant until = step.now().plus(delay);
        return new Outcome.Waiting(new Pending() {

            @Override
            public String waitsFor() {
                return "the delay of a stub";
            }

            @Override
            public Instant until() {
                return until;
            }

            @Override
            public Outcome due(Step later) {
                stub.lay(later.data());
                return outcome;
            }
        });
    }
}
