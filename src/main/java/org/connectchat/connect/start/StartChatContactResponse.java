package org.connectchat.connect.start;

import org.connectchat.chat.lifecycle.StartedChat;
import org.jspecify.annotations.Nullable;

/**
 * The response of StartChatContact (rules O1 and O2).
 *
 * @param continuedFromContactId only for a persistent chat, otherwise absent
 * @param streamingId only for a chat that is streamed from its start on (rule S4), otherwise absent
 */
record StartChatContactResponse(
        String contactId,
        String participantId,
        String participantToken,
        @Nullable String continuedFromContactId,
        @Nullable String streamingId) {

    static StartChatContactResponse of(StartedChat chat) {
        return new StartChatContactResponse(
                chat.contactId(),
                chat.participantId(),
                chat.participantToken().text(),
                chat.continuedFrom(),
                chat.streamingId());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "StartChatContactResponse[" + contactId + "]";
    }
}
