package org.connectchat.chat.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.ChatRefused;

/** Rule B3: counts the active chats of each instance and never lets one more in than the quota. */
public final class ActiveChats {

    private final int configured;
    private volatile int quota;
    /** Each decision is the map's own atomic step; an instance without active chats has no entry. */
    private final Map<String, Integer> byInstance = new ConcurrentHashMap<>();

    public ActiveChats(int quota) {
        this.configured = quota;
        this.quota = quota;
    }

    /** How many active chats an instance may have. */
    public int quota() {
        return quota;
    }

    /** Sets another quota; chats that are active beyond it stay. */
    public void changeQuota(int newQuota) {
        quota = newQuota;
    }

    /** Goes back to the configured quota. */
    public void resetQuota() {
        quota = configured;
    }

    /** Takes a place for a chat that is about to be created. */
    void enter(String instanceId) {
        byInstance.compute(instanceId, (id, count) -> {
            int active = count == null ? 0 : count;
            int most = quota;
            if (active >= most) {
                throw new ChatRefused(
                        ChatRefused.Reason.ACTIVE_CHAT_QUOTA_REACHED,
                        "The quota of " + most + " concurrent active chats is used up. End a chat or raise the quota.");
            }
            return active + 1;
        });
    }

    /** Gives the place of an ended chat back; to be called once a chat. */
    void leave(String instanceId) {
        byInstance.computeIfPresent(instanceId, (id, active) -> active == 1 ? null : active - 1);
    }

    /** How many active chats each instance has that has any. */
    public Map<String, Integer> byInstance() {
        return Map.copyOf(byInstance);
    }
}
