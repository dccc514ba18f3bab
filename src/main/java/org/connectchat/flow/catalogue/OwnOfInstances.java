package org.connectchat.flow.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * What instances have of their own: one value for each, and for a bounded number of instances, because callers make up
 * their ids. Readers take no lock.
 *
 * @param <V> what an instance has; it never changes
 */
public final class OwnOfInstances<V> {

    /** How many instances may have something of their own. */
    public static final int MAXIMUM = 1_000;

    private static final int MAX_ID = 100;

    private final ConcurrentMap<String, V> values = new ConcurrentHashMap<>();
    private final ReentrantLock changing = new ReentrantLock();

    /** What an instance has of its own; null if nothing. */
    public @Nullable V of(String instanceId) {
        return values.get(instanceId);
    }

    /** What each instance has, by its id. */
    public Map<String, V> all() {
        return new TreeMap<>(values);
    }

    /**
     * Changes what an instance has, in one step.
     *
     * @param change gets what the instance has, or null; returns what it has from now on, or null for nothing
     * @return false if too many other instances have something; nothing has changed
     */
    public boolean change(String instanceId, Function<@Nullable V, @Nullable V> change) {
        changing.lock();
        try {
            V before = values.get(instanceId);
            V after = change.apply(before);
            if (after == null) {
                values.remove(instanceId);
                return true;
            }
            if (before == null && values.size() >= MAXIMUM) {
                return false;
            }
            values.put(instanceId, after);
            return true;
        } finally {
            changing.unlock();
        }
    }

    /** Takes away what all instances have. */
    public void clear() {
        changing.lock();
        try {
            values.clear();
        } finally {
            changing.unlock();
        }
    }

    /** Checks the ids of the instances that have something of their own in a document of state. */
    public static void check(Set<String> instanceIds, StatePath path) {
        path.require(instanceIds.size() <= MAXIMUM, "must have at most " + MAXIMUM + " members");
        instanceIds.forEach(id -> path.member(id).require(isId(id), "must be named by an id of 1 to 100 characters"));
    }

    /** Whether a text can be the id of an instance. */
    public static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= MAX_ID;
    }
}
