package org.connectchat.flow.routing;

import org.jspecify.annotations.Nullable;

/**
 * Names a standing agent. Agents of different instances may have the same id (rule F102).
 *
 * @param instanceId the instance whose contacts alone the agent takes; null if the agent takes those of every instance
 * @param id the id of the agent
 */
public record AgentKey(@Nullable String instanceId, String id) {

    /** The agent of this id that takes contacts of every instance. */
    public static AgentKey ofAll(String id) {
        return new AgentKey(null, id);
    }

    /** True if the agent takes contacts of one instance alone, null if not, as documents of state have it. */
    public @Nullable Boolean ofInstance() {
        return instanceId == null ? null : Boolean.TRUE;
    }
}
