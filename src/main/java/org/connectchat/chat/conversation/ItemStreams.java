package org.connectchat.chat.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/** The streams of one chat: those that receive its items, and the latest that were stopped. The lock of the chat guards it. */
public final class ItemStreams {

    /** Rule S9: the topics that a contact can be streamed to. */
    public static final int MAX_ACTIVE = 2;

    private static final int MAX_STOPPED = 8;

    private record Known(@Nullable String clientToken, long weight, ItemStream stream) {}

    private final MemoryAccount memory;
    private final List<Known> active = new ArrayList<>(MAX_ACTIVE);
    private final List<Known> stopped = new ArrayList<>(0);

    ItemStreams(MemoryAccount memory) {
        this.memory = memory;
    }

    /** Whether one more may begin. */
    public boolean hasPlace() {
        return active.size() < MAX_ACTIVE;
    }

    /** Whether a stream receives the items of the chat. */
    public boolean isActive() {
        return !active.isEmpty();
    }

    /** The stream that was begun with a client token, or null. */
    public @Nullable ItemStream begunWith(String clientToken) {
        for (Known known : known()) {
            if (clientToken.equals(known.clientToken())) {
                return known.stream();
            }
        }
        return null;
    }

    /**
     * Begins a stream.
     *
     * @param weight the memory that was taken for it
     */
    public ItemStream begin(@Nullable String clientToken, long weight, ItemStream stream) {
        active.add(new Known(clientToken, weight, stream));
        return stream;
    }

    /**
     * Stops a stream; one that was stopped before stays as it is.
     *
     * @return false if there is none with this id
     */
    public boolean stop(String streamingId) {
        for (Known known : active) {
            if (known.stream().id().equals(streamingId)) {
                known.stream().end();
                active.remove(known);
                keep(known);
                return true;
            }
        }
        return stopped.stream().anyMatch(known -> known.stream().id().equals(streamingId));
    }

    private void keep(Known known) {
        stopped.add(known);
        if (stopped.size() > MAX_STOPPED) {
            memory.giveBack(stopped.remove(0).weight());
        }
    }

    void onItem(ChatItem item, @Nullable Visibility visibility) {
        if (visibility != null) {
            active.forEach(known -> known.stream().onItem(item, visibility));
        }
    }

    /** The chat has ended. */
    void end() {
        active.forEach(known -> known.stream().end());
        active.forEach(this::keep);
        active.clear();
    }

    /** The chat is removed. */
    void discard() {
        known().forEach(known -> known.stream().discard());
        active.clear();
    }

    /** All streams that are known, those that were stopped first. */
    public List<ItemStream> all() {
        return known().stream().map(Known::stream).toList();
    }

    List<SavedStream> save() {
        return Stream.concat(
                        stopped.stream().map(known -> known.stream().save(known.clientToken(), false)),
                        active.stream().map(known -> known.stream().save(known.clientToken(), true)))
                .toList();
    }

    /** Takes a stream over that was saved; one that was stopped is ended. */
    public void restore(SavedStream saved, ItemStream stream) {
        Known known = new Known(saved.clientToken(), saved.weight(), stream);
        if (saved.active()) {
            active.add(known);
        } else {
            stream.end();
            keep(known);
        }
    }

    private List<Known> known() {
        List<Known> all = new ArrayList<>(stopped);
        all.addAll(active);
        return all;
    }
}
