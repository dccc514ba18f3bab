package org.connectchat.chat.lifecycle;

/** Knows the flows that have content. The catalogue asks it before it looks into its own list (rules F83 and F86). */
@FunctionalInterface
public interface StartableFlows {

    /** What is known of a flow. */
    enum Verdict {
        /** It has content, and new chats may start with it. */
        STARTABLE,
        /** It is not published, or it is archived. */
        NOT_STARTABLE,
        /** It has no content here. */
        UNKNOWN
    }

    Verdict verdict(String instanceId, String contactFlowId);
}
