package org.connectchat.control.live;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events that a caller asks for.
 *
 * @param sessionId events of this session; null for those of all
 * @param instanceId events of this instance, and those that concern no instance; null for those of all
 */
record LiveFilter(
        Set<LiveEventType> types,
        @Nullable String sessionId,
        @Nullable String instanceId) {

    boolean matches(LiveEvent event) {
        return types.contains(event.type())
                && (sessionId == null || sessionId.equals(event.sessionId()))
                && (instanceId == null || event.instanceId() == null || instanceId.equals(event.instanceId()));
    }
}
