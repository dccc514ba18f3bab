package org.connectchat.connect.start;

import java.nio.ByteBuffer;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.connection.ConnectionCredentials;
import org.connectchat.connection.Websocket;
import org.jspecify.annotations.Nullable;

/**
 * The response of StartChatContact (rules O1, O2 and S2).
 *
 * @param participantToken its bytes, which JSON has in base64
 * @param continuedFromContactId only for a persistent chat, otherwise absent
 * @param websocket only if ConnectionTypes asked for it
 * @param connectionCredentials only if ConnectionTypes asked for them
 * @param streamingId only for a chat that is streamed from its start on (rule S4), otherwise absent
 */
record StartChatContactResponse(
        String contactId,
        String participantId,
        ByteBuffer participantToken,
        @Nullable String continuedFromContactId,
        @Nullable Websocket websocket,
        @Nullable ConnectionCredentials connectionCredentials,
        @Nullable String streamingId) {

    static StartChatContactResponse of(StartedChat chat) {
        return new StartChatContactResponse(
                chat.contactId(),
                chat.participantId(),
                chat.participantToken().bytes(),
                chat.continuedFrom(),
                null,
                null,
                chat.streamingId());
    }

    StartChatContactResponse with(
            @Nullable Websocket newWebsocket, @Nullable ConnectionCredentials newConnectionCredentials) {
        return new StartChatContactResponse(
                contactId,
                participantId,
                participantToken,
                continuedFromContactId,
                newWebsocket,
                newConnectionCredentials,
                streamingId);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "StartChatContactResponse[" + contactId + "]";
    }
}
