package org.connectchat.control.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event.
 *
 * @param contactId null if it concerns no contact
 * @param sessionId the id of the first contact of the session; null if it concerns no contact
 * @param instanceId null if it concerns no instance, or an unknown one
 * @param data the members of its JSON object besides these
 */
record LiveEvent(
        LiveEventType type,
        @Nullable String contactId,
        @Nullable String sessionId,
        @Nullable String instanceId,
        Map<String, Object> data) {}
