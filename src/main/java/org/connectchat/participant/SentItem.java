package org.connectchat.participant;

import org.connectchat.chat.conversation.ChatItem;

/** The answer to whoever sent something: the id and time that sockets and the transcript show too. */
record SentItem(String id, String absoluteTime) {

    static SentItem of(ChatItem item) {
        return new SentItem(item.id(), Timestamps.text(item.at()));
    }
}
