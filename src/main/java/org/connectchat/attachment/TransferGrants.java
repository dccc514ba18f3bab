package org.connectchat.attachment;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * Which URL grants access to which attachment, and until when. Expired grants go when their chat gets a new one, the rest when
 * it ends; of very many, and of all for which there is no memory, the ones that would expire first go.
 */
final class TransferGrants {

    /**
     * Permission to transfer an attachment.
     *
     * @param sessionId the chat from which it was given, with whose end it ends
     */
    record Grant(String handle, String sessionId, Attachment attachment, Instant until) {

        /** Without the handle. */
        @Override
        public String toString() {
            return "Grant[" + attachment + "]";
        }
    }

    /** The approximate memory of a grant. */
    static final long WEIGHT = 220;

    /** The grants of one chat, and for how many of them it gave memory. */
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

    private final Clock clock;
    private final int mostPerChat;
    private final Map<String, Grant> byHandle = new ConcurrentHashMap<>();
    private final Map<String, OfChat> bySession = new ConcurrentHashMap<>();

    TransferGrants(Clock clock, int mostPerChat) {
        this.clock = clock;
        this.mostPerChat = mostPerChat;
    }

    /** Adds one whose memory was taken with its attachment. */
    void add(Grant grant) {
        add(grant, mostPerChat, null, false);
    }

    /**
     * Adds one.
     *
     * @param weighed whether memory of the chat was taken for it; otherwise it takes the place of another one
     */
    void add(Grant grant, MemoryAccount memory, boolean weighed) {
        add(grant, weighed ? mostPerChat : 1, memory, weighed);
    }

    private void add(Grant grant, int mostNow, @Nullable MemoryAccount memory, boolean weighed) {
        Instant now = clock.instant();
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

    /** The grant of a handle that is good now, or null. */
    @Nullable
    Grant find(String handle) {
        Grant grant = byHandle.get(handle);
        return grant != null && clock.instant().isBefore(grant.until()) ? grant : null;
    }

    void removeAll(String sessionId) {
        OfChat all = bySession.remove(sessionId);
        if (all != null) {
            all.grants.forEach(grant -> byHandle.remove(grant.handle()));
            all.grants.clear();
            all.giveBackSurplus();
        }
    }

    int size() {
        return byHandle.size();
    }
}
