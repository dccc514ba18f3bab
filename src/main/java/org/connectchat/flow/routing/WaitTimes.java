package org.connectchat.flow.routing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.state.SavedRouting;
import org.jspecify.annotations.Nullable;

/** How long the latest contacts of each line have waited for an agent (rule F99). It is guarded by the lock of its owner. */
final class WaitTimes {

    static final int LATEST = 10;

    /** Flows may make up queues without end. */
    static final int MAX_LINES = 1_000;

    private final Map<WaitingContacts.Line, Deque<Duration>> byLine = new LinkedHashMap<>();

    /** An agent has taken a contact after this time. */
    void add(QueuedContact contact, Duration wait) {
        WaitingContacts.Line line = WaitingContacts.Line.of(contact);
        Deque<Duration> waits = byLine.computeIfAbsent(line, key -> new ArrayDeque<>(LATEST));
        if (waits.size() == LATEST) {
            waits.removeFirst();
        }
        waits.addLast(wait.isNegative() ? Duration.ZERO : wait);
        if (byLine.size() > MAX_LINES) {
            byLine.remove(byLine.keySet().iterator().next());
        }
    }

    /** The mean of the latest waits of a line; null if there is none. */
    @Nullable
    Duration mean(String instanceId, Queue queue) {
        Deque<Duration> waits = byLine.get(WaitingContacts.Line.of(instanceId, queue));
        return waits == null
                ? null
                : waits.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(waits.size());
    }

    List<SavedRouting.Waits> save() {
        return byLine.entrySet().stream()
                .map(entry -> new SavedRouting.Waits(
                        entry.getKey().instanceId(),
                        entry.getKey().queueId(),
                        entry.getKey().agentQueue(),
                        List.copyOf(entry.getValue())))
                .toList();
    }

    void restore(List<SavedRouting.Waits> saved) {
        for (SavedRouting.Waits line : saved) {
            byLine.put(
                    new WaitingContacts.Line(line.instanceId(), line.queueId(), line.agentQueue()),
                    new ArrayDeque<>(line.times()));
        }
    }

    /** Forgets the lines of an instance, or all of them if it is null. */
    void forget(@Nullable String instanceId) {
        byLine.keySet().removeIf(line -> instanceId == null || line.instanceId().equals(instanceId));
    }
}
