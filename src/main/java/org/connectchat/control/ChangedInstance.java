package org.connectchat.control;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The one instance that a control call changes, for the event that tells of the call (rule E5). */
public final class ChangedInstance {

    private static final String ATTRIBUTE = ChangedInstance.class.getName();
    private static final String PARAMETER = "instanceId";

    private ChangedInstance() {}

    /** Notes the instance of a call whose query does not name it; null if the call is about all instances. */
    public static void note(HttpServletRequest call, @Nullable String instanceId) {
        call.setAttribute(ATTRIBUTE, instanceId);
    }

    /** The instance that was noted, or else the one that the query names; null if there is none. */
    public static @Nullable String of(HttpServletRequest call) {
        return call.getAttribute(ATTRIBUTE) instanceof String noted ? noted : call.getParameter(PARAMETER);
    }
}
