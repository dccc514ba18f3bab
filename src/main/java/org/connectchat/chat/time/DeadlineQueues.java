package org.connectchat.chat.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of each instance in a queue of its own, so that an instance can change its clock and its deadlines stay where
 * they are. A queue exists while it has a deadline: the map adds and removes in one atomic step.
 */
final class DeadlineQueues {

    private final ConcurrentMap<String, ConcurrentSkipListMap<Deadline, Runnable>> byInstance =
            new ConcurrentHashMap<>();

    void add(Deadline deadline, Runnable action) {
        byInstance.compute(deadline.instanceId(), (id, known) -> {
            ConcurrentSkipListMap<Deadline, Runnable> queue = known == null ? new ConcurrentSkipListMap<>() : known;
            queue.put(deadline, action);
            return queue;
        });
    }

    void remove(Deadline deadline) {
        byInstance.computeIfPresent(deadline.instanceId(), (id, queue) -> {
            queue.remove(deadline);
            return queue.isEmpty() ? null : queue;
        });
    }

    /** Removes an entry; false if another thread has removed or replaced it. */
    boolean remove(Map.Entry<Deadline, Runnable> entry) {
        Deadline deadline = entry.getKey();
        ConcurrentSkipListMap<Deadline, Runnable> queue = byInstance.get(deadline.instanceId());
        if (queue == null || !queue.remove(deadline, entry.getValue())) {
            return false;
        }
        if (queue.isEmpty()) {
            byInstance.computeIfPresent(deadline.instanceId(), (id, same) -> same.isEmpty() ? null : same);
        }
        return true;
    }

    /** The first of those entries that are the soonest of their instance and are wanted; null if there is none. */
    Map.@Nullable Entry<Deadline, Runnable> first(Predicate<Deadline> wanted) {
        Map.Entry<Deadline, Runnable> first = null;
        for (ConcurrentSkipListMap<Deadline, Runnable> queue : byInstance.values()) {
            Map.Entry<Deadline, Runnable> next = queue.firstEntry();
            if (next != null
                    && (first == null || next.getKey().compareTo(first.getKey()) < 0)
                    && wanted.test(next.getKey())) {
                first = next;
            }
        }
        return first;
    }

    /** Shows the soonest deadline of each instance. */
    void eachFirst(Consumer<Deadline> shown) {
        for (ConcurrentSkipListMap<Deadline, Runnable> queue : byInstance.values()) {
            Map.Entry<Deadline, Runnable> next = queue.firstEntry();
            if (next != null) {
                shown.accept(next.getKey());
            }
        }
    }

    /** All deadlines that are wanted, those of each instance in their order. */
    List<Deadline> all(Predicate<Deadline> wanted) {
        List<Deadline> found = new ArrayList<>();
        for (ConcurrentSkipListMap<Deadline, Runnable> queue : byInstance.values()) {
            queue.keySet().stream().filter(wanted).forEach(found::add);
        }
        return found;
    }

    boolean isEmpty() {
        return byInstance.isEmpty();
    }

    int size() {
        return byInstance.values().stream()
                .mapToInt(ConcurrentSkipListMap::size)
                .sum();
    }
}
