package org.connectchat.connect.start;

import java.util.List;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.connection.Connections;
import org.connectchat.connection.Websocket;
import org.connectchat.restjson.call.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds the connection information that ConnectionTypes asks for to a response (rules S2 and S3). */
@Component
final class FirstConnection {

    private final Connections connections;
    private final ParticipantTokens tokens;
    private final Contacts contacts;

    FirstConnection(Connections connections, ParticipantTokens tokens, Contacts contacts) {
        this.connections = connections;
        this.tokens = tokens;
        this.contacts = contacts;
    }

    /** Fails before a chat is started if its URL cannot be made. */
    void check(List<String> types, Call call) {
        if (types.contains(ConnectionTypes.WEBSOCKET)) {
            connections.checkUrl(call);
        }
    }

    StartChatContactResponse of(StartedChat chat, List<String> types, Call call) {
        StartChatContactResponse response = StartChatContactResponse.of(chat);
        Seat seat = seat(chat);
        if (seat == null) {
            return response;
        }
        return response.with(
                types.contains(ConnectionTypes.WEBSOCKET) ? websocket(chat, seat, call) : null,
                types.contains(ConnectionTypes.CREDENTIALS) ? connections.credentials(seat) : null);
    }

    /** The seat of the customer, also in a chat that has ended; null if that is no longer kept. */
    private @Nullable Seat seat(StartedChat chat) {
        Seat seat = tokens.seat(chat.participantToken());
        Contact ended = seat == null ? contacts.find(chat.contactId()) : null;
        return ended == null ? seat : new Seat(ended, ended.customer());
    }

    /** Null if the chat has ended, even if it ends at this moment: the URL would open nothing. */
    private @Nullable Websocket websocket(StartedChat chat, Seat seat, Call call) {
        Websocket websocket = connections.websocket(seat, call);
        return tokens.seat(chat.participantToken()) == null ? null : websocket;
    }
}
