package org.connectchat.participant.message;

import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.restjson.json.Timestamps;

/** The response to a participant that sent something: the id and time that sockets and the transcript show too. */
record SentItem(String id, String absoluteTime) {

    static SentItem of(ChatItem item) {
        return new SentItem(item.id(), Timestamps.text(item.at()));
    }
}
