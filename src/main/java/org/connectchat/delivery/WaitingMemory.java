package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The memory that the waiting items of all lanes take. All together never take more than the limit, and one destination
 * never more than half of what the other destinations leave, so a destination that is down leaves room for the others.
 * Within a destination three quarters are for all, of which one lane takes half of what the other lanes leave; the last
 * quarter is for lanes with little, so that a chat that says very much leaves room for the others.
 */
final class WaitingMemory {

    private static final int PARTS_WITH_LITTLE = 4;
    private static final int ALLOWANCES = 2048;

    private final long limit;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, Long> byDestination = new HashMap<>();

    @GuardedBy("lock")
    private long taken;

    WaitingMemory(long limit) {
        this.limit = limit;
    }

    /**
     * Takes bytes for an item.
     *
     * @param ofLane what the other items of the lane take
     * @return whether there is room for it
     */
    boolean take(String destination, long ofLane, long bytes) {
        lock.lock();
        try {
            long ofDestination = byDestination.getOrDefault(destination, 0L);
            if (!hasRoom(ofDestination, ofLane, bytes)) {
                return false;
            }
            byDestination.put(destination, ofDestination + bytes);
            taken += bytes;
            return true;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean hasRoom(long ofDestination, long ofLane, long bytes) {
        long most = half(limit, taken - ofDestination);
        if (ofDestination + bytes > most) {
            return false;
        }
        boolean isLittle = ofLane == 0 || ofLane + bytes <= limit / ALLOWANCES;
        return isLittle || ofLane + bytes <= half(most - most / PARTS_WITH_LITTLE, ofDestination - ofLane);
    }

    /** Half of what others leave; the other half is for those that come later. */
    private static long half(long of, long others) {
        return (of - others) / 2;
    }

    /** Gives back what an item took. */
    void giveBack(String destination, long bytes) {
        lock.lock();
        try {
            byDestination.computeIfPresent(destination, (name, before) -> before == bytes ? null : before - bytes);
            taken -= bytes;
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes are taken. */
    long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    long limit() {
        return limit;
    }
}
