package org.connectchat.chat.session;

import org.connectchat.chat.session.ChatState.ChatFlow;
import org.jspecify.annotations.Nullable;

/** The flows that chats can begin with. */
@FunctionalInterface
public interface ChatFlows {

    /** No flow is known: a flow id is only an id. */
    ChatFlows NONE = (instanceId, contactFlowId) -> null;

    /**
     * Finds the flow that a start of a chat names.
     *
     * @return null if the id belongs to no known flow
     */
    @Nullable
    KnownFlow find(String instanceId, String contactFlowId);

    /** A flow that a chat can begin with. */
    @FunctionalInterface
    interface KnownFlow {

        /** The flow of a new chat, which has not begun. */
        ChatFlow of(Chat chat);
    }
}
