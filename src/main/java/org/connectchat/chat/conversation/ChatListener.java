package org.connectchat.chat.conversation;

/** Receives the items of a chat, in order. */
@FunctionalInterface
public interface ChatListener {

    /** Receives an item. The caller holds the lock of the chat, so this must return at once and never do I/O. */
    void onItem(ChatItem item);
}
