package org.connectchat.chat.conversation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Items in their order; new ones are added at the end only. A snapshot is a view, so reading a transcript copies
 * nothing. The lock of its chat guards every method.
 */
final class TranscriptLog {

    private ChatItem[] items = new ChatItem[4];
    private int size;

    void add(ChatItem item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1));
        }
        items[size++] = item;
    }

    ChatItem get(int index) {
        return items[index];
    }

    /** The item of an id, or null. It is searched from the end on, where receipts find it. */
    @Nullable
    ChatItem find(String itemId) {
        for (int i = size - 1; i >= 0; i--) {
            if (items[i].id().equals(itemId)) {
                return items[i];
            }
        }
        return null;
    }

    int size() {
        return size;
    }

    /** The items as they are now; the view does not show later ones. */
    List<ChatItem> snapshot() {
        return new Snapshot(items, size);
    }

    private static final class Snapshot extends AbstractList<ChatItem> implements RandomAccess {

        private final ChatItem[] items;
        private final int size;

        Snapshot(ChatItem[] items, int size) {
            this.items = items;
            this.size = size;
        }

        @Override
        public ChatItem get(int index) {
            if (index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return items[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
