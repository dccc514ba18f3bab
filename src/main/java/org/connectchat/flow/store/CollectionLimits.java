package org.connectchat.flow.store;

import java.util.List;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.store.FlowStoreRefused.Reason;

/** What a collection of flows may grow to (rule F86), and the memory that it has taken. It is guarded by the lock of the collection. */
final class CollectionLimits {

    private final String noun;
    private final int maximum;
    private final MemoryBudget budget;
    private MemoryAccount memory;

    /** With what messages call an element, and the most that one instance has. */
    CollectionLimits(String noun, int maximum, MemoryBudget budget) {
        this.noun = noun;
        this.maximum = maximum;
        this.budget = budget;
        this.memory = new MemoryAccount(budget);
    }

    /** Requires that an instance may have one more beside all that it has. */
    void requireRoom(String instanceId, List<StoredFlow> all) {
        if (all.size() >= maximum) {
            throw new FlowStoreRefused(
                    Reason.LIMIT_REACHED,
                    "Instance " + instanceId + " has " + all.size() + " of at most " + maximum + " " + noun + "s");
        }
    }

    /** Requires that no other one of the type has the name. */
    void requireFreeName(StoredFlow flow, List<StoredFlow> all) {
        boolean taken = all.stream()
                .anyMatch(other -> other.name().equals(flow.name())
                        && other.type() == flow.type()
                        && !other.id().equals(flow.id()));
        if (taken) {
            throw new FlowStoreRefused(
                    Reason.NAME_TAKEN,
                    "Instance " + flow.instanceId() + " has another " + noun + " of type " + flow.type()
                            + " with this name");
        }
    }

    /** Takes memory. */
    void take(long bytes) {
        if (!memory.take(bytes)) {
            throw new FlowStoreRefused(
                    Reason.LIMIT_REACHED, "The memory for chats and flows is full. " + MemoryBudget.remedy());
        }
    }

    /** Takes memory even if it is full, for what was loaded. */
    void hold(long bytes) {
        memory.hold(bytes);
    }

    void giveBack(long bytes) {
        memory.giveBack(bytes);
    }

    void giveAllBack() {
        memory.close();
        memory = new MemoryAccount(budget);
    }
}
