package org.connectchat.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens lanes, and bounds the memory and the threads of all of them together. */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final DeliverySettings settings;
    private final WaitingMemory memory;
    private final DeliveryThreads threads = new DeliveryThreads();
    private final Set<Lane<?>> lanes = ConcurrentHashMap.newKeySet();

    public Deliveries(DeliverySettings settings) {
        this.settings = settings;
        this.memory = new WaitingMemory(settings.memory());
    }

    /** Counts what becomes of the items of all lanes of a kind. */
    public AllOutcomes together() {
        return new AllOutcomes(threads);
    }

    /**
     * Opens a lane to a recipient. Its caller closes it when no item follows. It costs no thread until an item comes.
     *
     * @param together counts the items of the lane too
     * @param source what the items come from
     * @param destination the server that the items go to; lanes of different destinations hold up each other in nothing
     */
    public <T> Lane<T> open(AllOutcomes together, LaneSource source, String destination, Recipient<T> recipient) {
        Lane<T> lane = new Lane<>(
                source,
                destination,
                recipient,
                settings,
                new WaitingItems<>(settings.maxWaiting(), memory, destination),
                threads,
                Outcomes.ofLane(threads, change -> together.change(source.owner(), change)),
                lanes::remove);
        lanes.add(lane);
        return lane;
    }

    /** Drops what waits in the lanes of some sources, and closes them. */
    public void discard(Predicate<LaneSource> source) {
        lanes.stream().filter(lane -> source.test(lane.source())).forEach(Lane::discard);
    }

    /** How many lanes are open, or have items that wait. */
    public int lanes() {
        return lanes.size();
    }

    /** The bytes that the items take that wait. */
    public long memoryTaken() {
        return memory.taken();
    }

    /** Ends all attempts. */
    @Override
    public void close() {
        threads.close();
        long waiting = lanes.stream()
                .mapToLong(lane -> lane.outcomes().state().waiting())
                .sum();
        if (waiting > 0) {
            LOG.warn("{} items were not delivered before the stop", waiting);
        }
    }
}
