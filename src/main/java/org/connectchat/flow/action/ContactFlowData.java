package org.connectchat.flow.action;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.SavedQueues;
import org.connectchat.flow.state.SavedContactFlow;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * What flows have set for a contact and its successors (rule F50). It is guarded by the lock of the chat.
 */
public final class ContactFlowData {

    private final Map<Hook, String> hooks = new EnumMap<>(Hook.class);
    private final Map<String, Integer> loops = new HashMap<>(2);
    private final HiddenMessages hidden = new HiddenMessages();
    private @Nullable Queue target;
    private boolean logging = true;

    /** The flow that is set for an event, by its id; null if none is. */
    public @Nullable String hook(Hook hook) {
        return hooks.get(hook);
    }

    /** Sets the flow of an event; null removes it. */
    public void setHook(Hook hook, @Nullable String flowId) {
        if (flowId == null) {
            hooks.remove(hook);
        } else {
            hooks.put(hook, flowId);
        }
    }

    /** The messages that stay out of the transcript. */
    public HiddenMessages hidden() {
        return hidden;
    }

    /** The queue that the flow has chosen, or null. */
    public @Nullable Queue target() {
        return target;
    }

    public void setTarget(Queue newTarget) {
        target = newTarget;
    }

    /** Whether the flow log shows parameters and results. */
    public boolean isLogging() {
        return logging;
    }

    public void setLogging(boolean newLogging) {
        logging = newLogging;
    }

    /** How often a Loop action has continued; 0 if it starts. */
    public int loops(String action) {
        return loops.getOrDefault(action, 0);
    }

    /** Sets how often a Loop action has continued; 0 makes it start again. */
    public void setLoops(String action, int count) {
        if (count == 0) {
            loops.remove(action);
        } else {
            loops.put(action, count);
        }
    }

    /** What is set, to be saved. */
    public SavedContactFlow.Data save() {
        Map<String, String> events = new LinkedHashMap<>();
        hooks.forEach((hook, flowId) -> events.put(hook.word(), flowId));
        return new SavedContactFlow.Data(
                events,
                Map.copyOf(loops),
                hidden.hashes(),
                hidden.isHidingLateResponses(),
                target == null ? null : SavedQueues.save(target),
                logging);
    }

    /** What was saved. */
    public static ContactFlowData of(SavedContactFlow.Data saved, StatePath path) {
        ContactFlowData data = new ContactFlowData();
        data.hooks.putAll(SavedFlowData.hooks(saved.hooks(), path.member("hooks")));
        data.loops.putAll(SavedFlowData.loops(saved.loops(), path.member("loops")));
        data.hidden.restore(saved.hidden(), saved.hidesLateResponses(), path.member("hidden"));
        data.target = saved.target() == null ? null : SavedQueues.read(saved.target(), path.member("target"));
        data.logging = saved.logging();
        return data;
    }
}
