package org.connectchat.connect.start;

import java.util.List;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.connect.ConnectError;
import org.connectchat.connection.ConnectionCredentials;
import org.connectchat.connection.Connections;
import org.connectchat.connection.Websocket;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.error.AwsException;
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

    /**
     * The response with what was asked for. For a repeat whose chat has ended the URL is left out.
     *
     * @throws AwsException InvalidRequestException if the chat is new and has ended already
     */
    StartChatContactResponse of(StartedChat chat, List<String> types, Call call) {
        boolean url = types.contains(ConnectionTypes.WEBSOCKET);
        boolean token = types.contains(ConnectionTypes.CREDENTIALS);
        Seat seat = seat(chat);
        Websocket websocket = url && seat != null ? connections.websocket(seat, call) : null;
        ConnectionCredentials credentials = token && seat != null ? connections.credentials(seat) : null;
        // Asked last: the end of the chat has revoked what was made before it.
        boolean active = tokens.seat(chat.participantToken()) != null;
        if (!active && !chat.repeated() && (url || token)) {
            // An error that SDKs do not retry: the repeat would succeed without the URL.
            throw new AwsException(
                    ConnectError.INVALID_REQUEST,
                    "ConnectionTypes: contact " + chat.contactId() + " ended before its connection could be given");
        }
        return StartChatContactResponse.of(chat).with(active ? websocket : null, credentials);
    }

    /** The seat of the customer, also in a chat that has ended; null if that is no longer kept. */
    private @Nullable Seat seat(StartedChat chat) {
        Seat seat = tokens.seat(chat.participantToken());
        Contact ended = seat == null ? contacts.find(chat.contactId()) : null;
        return ended == null ? seat : new Seat(ended, ended.customer());
    }
}
