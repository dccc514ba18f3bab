package org.connectchat.chat.lifecycle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.ChatRefused;

/**
 * Rule B3: counts the active chats of each instance and keeps them within the quota, which is that of the emulator unless
 * the instance has one of its own (rule C31).
 */
public final class ActiveChats {

    private final int configured;
    private volatile int quota;
    private final Map<String, Integer> ownQuotas = new ConcurrentHashMap<>();
    /** The map makes each decision in one atomic step. An instance without active chats has no entry. */
    private volatile Map<String, Integer> byInstance = new ConcurrentHashMap<>();

    public ActiveChats(int quota) {
        this.configured = quota;
        this.quota = quota;
    }

    /** The number of active chats that an instance may have that has no quota of its own. */
    public int quota() {
        return quota;
    }

    /** The number of active chats that this instance may have. */
    public int quota(String instanceId) {
        Integer own = ownQuotas.get(instanceId);
        return own == null ? quota : own;
    }

    /** Sets another quota; active chats stay, even if there are more of them. */
    public void changeQuota(int newQuota) {
        quota = newQuota;
    }

    /** Sets a quota for one instance, in the same way. */
    public void changeQuota(String instanceId, int newQuota) {
        ownQuotas.put(instanceId, newQuota);
    }

    /** Restores the configured quota, for all instances. */
    public void resetQuota() {
        quota = configured;
        ownQuotas.clear();
    }

    /** Lets one instance have the quota of the emulator again. */
    public void resetQuota(String instanceId) {
        ownQuotas.remove(instanceId);
    }

    /** Takes a place for a new chat. */
    void enter(String instanceId) {
        byInstance.compute(instanceId, (id, count) -> {
            int active = count == null ? 0 : count;
            int most = quota(instanceId);
            if (active >= most) {
                throw new ChatRefused(
                        ChatRefused.Reason.ACTIVE_CHAT_QUOTA_REACHED,
                        "The quota of " + most + " concurrent active chats is used up. End a chat or raise the quota.");
            }
            return active + 1;
        });
    }

    /** Takes a place for a chat that is loaded, even beyond the quota. */
    void restore(String instanceId) {
        byInstance.merge(instanceId, 1, Integer::sum);
    }

    /** Gives back the place of an ended chat. The caller calls it once for each chat. */
    void leave(String instanceId) {
        byInstance.computeIfPresent(instanceId, (id, active) -> active == 1 ? null : active - 1);
    }

    /** Gives back all places. No chat enters or leaves meanwhile. */
    void clear() {
        byInstance = new ConcurrentHashMap<>();
    }

    /** The number of active chats of each instance that has any. */
    public Map<String, Integer> byInstance() {
        return Map.copyOf(byInstance);
    }
}
