package org.connectchat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of one lane that wait, in their order, and the memory that they take. The lock of the lane guards it. */
final class WaitingItems<T> {

    /** The bytes that an item takes besides its content. */
    private static final long OVERHEAD = 120;

    /** An item that waits. */
    record Item<T>(String name, T content, long size) {}

    private final int most;
    private final WaitingMemory memory;
    private final String destination;
    private final Deque<Item<T>> items = new ArrayDeque<>();
    private long bytes;

    WaitingItems(int most, WaitingMemory memory, String destination) {
        this.most = most;
        this.memory = memory;
        this.destination = destination;
    }

    /** Adds an item; returns why there is no room for it, or null. */
    @Nullable
    String add(String name, T content, long size) {
        if (items.size() >= most) {
            return items.size() + " items wait already (emulator.delivery.max-waiting)";
        }
        Item<T> added = new Item<>(name, content, size + OVERHEAD);
        if (!memory.take(destination, bytes, added.size())) {
            return "of the " + memory.limit()
                    + " bytes for items that wait (emulator.delivery.max-memory), the share of"
                    + " its destination or its chat is taken";
        }
        bytes += added.size();
        items.addLast(added);
        return null;
    }

    /** The item that came first, or null. */
    @Nullable
    Item<T> first() {
        return items.peekFirst();
    }

    /** Removes the item that came first. */
    Item<T> removeFirst() {
        Item<T> first = items.removeFirst();
        bytes -= first.size();
        memory.giveBack(destination, first.size());
        return first;
    }

    /** The items that wait, in their order. */
    List<T> contents() {
        return items.stream().map(Item::content).toList();
    }

    int count() {
        return items.size();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }
}
