package org.connectchat.chat.session;

/** Is shown the state of a chat after each step, until it has seen enough. */
@FunctionalInterface
public interface ChatWatch {

    /** Returns whether it has seen enough. The caller holds the lock of the chat, so this must return at once. */
    boolean look(ChatState state);
}
