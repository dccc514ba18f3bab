package org.connectchat.chat.conversation;

/** Hears every item of a contact, in order. */
@FunctionalInterface
public interface ChatListener {

    /** Takes note of an item. The whole chat waits meanwhile, so this must return at once and never do I/O. */
    void onItem(ChatItem item);
}
