package org.connectchat.chat.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Receives every item of a chat, for all sides, in order (rule S12). The caller of each method holds the lock of the chat, so
 * a method must return at once and never do I/O.
 */
public interface ItemStream {

    /** The StreamingId. */
    String id();

    /** Receives an item. */
    void onItem(ChatItem item, Visibility visibility);

    /** The stream as it stands, with the items that were not delivered. */
    SavedStream save(@Nullable String clientToken, boolean active);

    /** No item follows, because the chat has ended or the streaming was stopped. */
    void end();

    /** The chat is removed, and nothing more is to be delivered. */
    void discard();
}
