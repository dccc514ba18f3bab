package org.connectchat.participant.message;

import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.restjson.json.Timestamps;

/** The id and time of an item that a participant sent, as sockets and the transcript show them. */
record SentItem(String id, String absoluteTime) {

    static SentItem of(ChatItem item) {
        return new SentItem(item.id(), Timestamps.text(item.at()));
    }
}
