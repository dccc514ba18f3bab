package org.connectchat.chat.session;

import org.connectchat.chat.session.ChatState.ChatFlow;

/** Makes the flows of chats that are loaded. */
@FunctionalInterface
public interface FlowRestorer {

    /**
     * The flow of a loaded chat, which does nothing until {@link ChatFlow#resume}.
     *
     * @throws org.connectchat.chat.StateRefused if this cannot be the flow of the chat
     */
    ChatFlow restore(Chat chat, SavedFlow saved);
}
