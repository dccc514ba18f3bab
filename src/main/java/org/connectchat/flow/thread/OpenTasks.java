package org.connectchat.flow.thread;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Counts tasks that were given to threads and have not ended, by their instances. */
final class OpenTasks {

    /** The open tasks of an instance; dropped ones are in a group of their own, which no one waits for. */
    static final class Group {

        private final String instanceId;
        private long open;

        private Group(String instanceId) {
            this.instanceId = instanceId;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    @GuardedBy("lock")
    private final Map<String, Group> groups = new HashMap<>();

    /** Counts a task; returns what {@link #remove} takes. */
    Group add(String instanceId) {
        lock.lock();
        try {
            Group group = groups.computeIfAbsent(instanceId, Group::new);
            group.open++;
            return group;
        } finally {
            lock.unlock();
        }
    }

    void remove(Group group) {
        lock.lock();
        try {
            group.open--;
            if (group.open == 0 && groups.remove(group.instanceId, group)) {
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Counts the open tasks of some instances no more, whenever they end. */
    void drop(Predicate<String> instanceIds) {
        lock.lock();
        try {
            groups.keySet().removeIf(instanceIds);
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no task is open that concerns some instances, or the time is over. */
    void await(Predicate<String> instanceIds, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (left > 0 && concerns(instanceIds)) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean concerns(Predicate<String> instanceIds) {
        return groups.keySet().stream().anyMatch(id -> id.equals(FlowTasks.ALL) || instanceIds.test(id));
    }
}
