package org.connectchat.attachment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * The URLs that grant access to attachments, and when they expire. Expired grants are removed when their chat gets a
 * new one, all grants when it ends. A chat with very many grants, or without memory for a new one, loses the grants
 * that expire first.
 */
final class TransferGrants {

    /**
     * Permission to transfer an attachment.
     *
     * @param instanceId the instance of the chat, whose clock decides
     * @param sessionId the chat of the grant, which ends with it
     */
    record Grant(String handle, String instanceId, String sessionId, Attachment attachment, Instant until) {

        /** Without the handle. */
        @Override
        public String toString() {
            return "Grant[" + attachment + "]";
        }
    }

    /** The approximate memory of a grant. */
    static final long WEIGHT = 220;

    /** The grants of one chat, and for how many of them memory was taken. */
    private static final class OfChat {

        private final @Nullable MemoryAccount memory;
        private final Queue<Grant> grants = new PriorityQueue<>(Comparator.comparing(Grant::until));
        private int weighed;

        OfChat(@Nullable MemoryAccount memory) {
            this.memory = memory;
        }

        void giveBackSurplus() {
            int surplus = Math.max(0, weighed - grants.size());
            weighed -= surplus;
            if (memory != null) {
                memory.giveBack(surplus * WEIGHT);
            }
        }
    }

    private final Clocks clocks;
    private final int mostPerChat;
    private final Map<String, Grant> byHandle = new ConcurrentHashMap<>();
    private final Map<String, OfChat> bySession = new ConcurrentHashMap<>();

    TransferGrants(Clocks clocks, int mostPerChat) {
        this.clocks = clocks;
        this.mostPerChat = mostPerChat;
    }

    /** Adds a grant whose memory was taken with its attachment. */
    void add(Grant grant) {
        add(grant, mostPerChat, null, false);
    }

    /**
     * Adds a grant.
     *
     * @param weighed whether memory was taken for it; otherwise it replaces another grant
     */
    void add(Grant grant, MemoryAccount memory, boolean weighed) {
        add(grant, weighed ? mostPerChat : 1, memory, weighed);
    }

    private void add(Grant grant, int mostNow, @Nullable MemoryAccount memory, boolean weighed) {
        Instant now = clocks.now(grant.instanceId());
        byHandle.put(grant.handle(), grant);
        bySession.compute(grant.sessionId(), (id, known) -> {
            OfChat all = known == null ? new OfChat(memory) : known;
            all.weighed += weighed ? 1 : 0;
            int most = Math.max(mostNow, Math.min(mostPerChat, all.grants.size()));
            all.grants.add(grant);
            Grant first = all.grants.peek();
            while (first != null && (all.grants.size() > most || !now.isBefore(first.until()))) {
                byHandle.remove(first.handle());
                all.grants.remove();
                first = all.grants.peek();
            }
            all.giveBackSurplus();
            return all;
        });
    }

    /** The grant of a handle that is valid now, or null. */
    @Nullable
    Grant find(String handle) {
        Grant grant = byHandle.get(handle);
        return grant != null && clocks.now(grant.instanceId()).isBefore(grant.until()) ? grant : null;
    }

    void removeAll(String sessionId) {
        OfChat all = bySession.remove(sessionId);
        if (all != null) {
            all.grants.forEach(grant -> byHandle.remove(grant.handle()));
            all.grants.clear();
            all.giveBackSurplus();
        }
    }

    /** Removes the grants of all chats. */
    void clear() {
        bySession.keySet().forEach(this::removeAll);
    }

    int size() {
        return byHandle.size();
    }
}
