package org.connectchat.participant.connection;

import java.util.List;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.connection.ConnectionCredentials;
import org.connectchat.connection.Connections;
import org.connectchat.connection.Websocket;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a participant a connection token and the URL of a socket: {@code POST /participant/connection}. It may be
 * called any number of times; earlier tokens stay valid.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_CreateParticipantConnection.html">CreateParticipantConnection</a>
 */
@Component
final class CreateParticipantConnection extends ParticipantOperation<CreateParticipantConnection.Request> {

    private static final String WEBSOCKET = "WEBSOCKET";
    private static final String CREDENTIALS = "CONNECTION_CREDENTIALS";
    private static final String WEBRTC = "WEBRTC_CONNECTION";

    record Request(@Nullable List<String> type, @Nullable Boolean connectParticipant) {

        List<String> types() {
            return type == null ? List.of() : type;
        }

        boolean connects() {
            return Boolean.TRUE.equals(connectParticipant);
        }
    }

    record Response(@Nullable Websocket websocket, @Nullable ConnectionCredentials connectionCredentials) {}

    private final ChatPresence presence;
    private final Connections connections;

    CreateParticipantConnection(BearerAuthentication bearer, ChatPresence presence, Connections connections) {
        super(bearer);
        this.presence = presence;
        this.connections = connections;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.CREATE_PARTICIPANT_CONNECTION;
    }

    /** Authenticates by the participant token: this operation creates the connection token. */
    @Override
    protected Seat authenticate(Call call) {
        return bearer().byParticipantToken(call);
    }

    @Override
    protected Request read(Call call) {
        return call.bodyOrEmpty(Request.class);
    }

    @Override
    protected Response execute(Seat seat, Request request, Call call) {
        if (request.connects()) {
            connect(seat);
        }
        return new Response(
                request.types().contains(WEBSOCKET) ? connections.websocket(seat, call) : null,
                request.types().contains(CREDENTIALS) ? connections.credentials(seat) : null);
    }

    /** A socket connects a customer, unless the chat is streamed (rule S10). */
    private void connect(Seat seat) {
        if (seat.participant().role() == ParticipantRole.CUSTOMER) {
            presence.connectStreamed(seat);
        } else {
            presence.connect(seat);
        }
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        List<String> types = request.types();
        if (request.type() != null && types.isEmpty()) {
            violations.value("Type", "must have at least one element");
        }
        if (request.type() == null && !request.connects()) {
            violations.relation("Type", "is required unless ConnectParticipant is true");
        }
        for (int i = 0; i < types.size(); i++) {
            violations.oneOf("Type[" + i + "]", types.get(i), List.of(WEBSOCKET, CREDENTIALS, WEBRTC));
        }
        if (types.contains(WEBRTC)) {
            violations.relation("Type", WEBRTC + " is not emulated: this is a chat without audio and video");
        }
        return violations;
    }
}
