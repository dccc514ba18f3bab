package org.connectchat.flow.action;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.connectchat.flow.state.StatePath;

/** What flows have set for a contact, as a document of state has it. */
final class SavedFlowData {

    /** The most a Loop action counts. */
    private static final int MAX_LOOPS = 100;

    private SavedFlowData() {}

    static Map<Hook, String> hooks(Map<String, String> saved, StatePath path) {
        Map<Hook, String> hooks = new EnumMap<>(Hook.class);
        saved.forEach((event, flowId) -> {
            Hook hook = Hook.of(event);
            path.member(event)
                    .require(
                            hook != null && hook.isOnChat() && hook.word().equals(event),
                            "is no event of a chat for which a flow can be set");
            hooks.put(path.given(hook), flowId);
        });
        return hooks;
    }

    static Map<String, Integer> loops(Map<String, Integer> saved, StatePath path) {
        saved.forEach((action, count) -> path.member(action).within(1, MAX_LOOPS, count));
        return new HashMap<>(saved);
    }
}
