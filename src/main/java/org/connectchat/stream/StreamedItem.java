package org.connectchat.stream;

import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.Visibility;

/** An item of a chat that is to be published to a topic. It shares its content with the transcript while it waits. */
record StreamedItem(String streamingId, String instanceId, ChatItem item, Visibility visibility) {

    private static final long WITHOUT_CONTENT = 300;

    /** The bytes that it takes while it waits. */
    long size() {
        String content = item.content();
        return WITHOUT_CONTENT + (content == null ? 0 : 2L * content.length());
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "StreamedItem[" + item.id() + "]";
    }
}
