package org.connectchat.attachment;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which URL lets whom at which attachment, and until when. Expired grants go when their chat gets a new one, the rest when
 * it ends; of very many the ones that would expire first go.
 */
final class Grants {

    /**
     * Leave to transfer an attachment.
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

    private final Clock clock;
    private final int mostPerChat;
    private final Map<String, Grant> byHandle = new ConcurrentHashMap<>();
    private final Map<String, Queue<Grant>> bySession = new ConcurrentHashMap<>();

    Grants(Clock clock, int mostPerChat) {
        this.clock = clock;
        this.mostPerChat = mostPerChat;
    }

    void add(Grant grant) {
        Instant now = clock.instant();
        byHandle.put(grant.handle(), grant);
        bySession.compute(grant.sessionId(), (id, grants) -> {
            Queue<Grant> all = grants == null ? new PriorityQueue<>(Comparator.comparing(Grant::until)) : grants;
            all.add(grant);
            Grant first = all.peek();
            while (first != null && (all.size() > mostPerChat || !now.isBefore(first.until()))) {
                byHandle.remove(first.handle());
                all.remove();
                first = all.peek();
            }
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
        Queue<Grant> grants = bySession.remove(sessionId);
        if (grants != null) {
            grants.forEach(grant -> byHandle.remove(grant.handle()));
        }
    }

    int size() {
        return byHandle.size();
    }
}
