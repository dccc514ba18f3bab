package org.connectchat.participant;

import java.util.List;
import org.connectchat.restjson.Rate;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Route.Scope;

/** The routes of the Participant Service and AWS's default throttles of them, which count per instance. */
final class ParticipantRoutes {

    private static final Rate CONNECTIONS = new Rate(6.0, 9);
    private static final Rate SENDING = new Rate(10.0, 15);
    private static final Rate READING = new Rate(8.0, 12);
    private static final Rate DISCONNECTING = new Rate(3.0, 5);

    static final Route CREATE_PARTICIPANT_CONNECTION =
            post("CreateParticipantConnection", "/participant/connection", CONNECTIONS);
    static final Route SEND_MESSAGE = post("SendMessage", "/participant/message", SENDING);
    static final Route SEND_EVENT = post("SendEvent", "/participant/event", SENDING);
    static final Route GET_TRANSCRIPT = post("GetTranscript", "/participant/transcript", READING);
    static final Route DISCONNECT_PARTICIPANT = post("DisconnectParticipant", "/participant/disconnect", DISCONNECTING);
    static final Route START_ATTACHMENT_UPLOAD =
            post("StartAttachmentUpload", "/participant/start-attachment-upload", Rate.DEFAULT);
    static final Route COMPLETE_ATTACHMENT_UPLOAD =
            post("CompleteAttachmentUpload", "/participant/complete-attachment-upload", Rate.DEFAULT);
    static final Route GET_ATTACHMENT = post("GetAttachment", "/participant/attachment", READING);
    static final Route DESCRIBE_VIEW = route("DescribeView", "GET", "/participant/views/{ViewToken}", Rate.DEFAULT);
    static final Route GET_AUTHENTICATION_URL =
            post("GetAuthenticationUrl", "/participant/authentication-url", Rate.DEFAULT);
    static final Route CANCEL_PARTICIPANT_AUTHENTICATION =
            post("CancelParticipantAuthentication", "/participant/cancel-authentication", Rate.DEFAULT);

    private ParticipantRoutes() {}

    private static Route post(String name, String uri, Rate rate) {
        return route(name, "POST", uri, rate);
    }

    private static Route route(String name, String method, String uri, Rate rate) {
        return new Route(
                ParticipantDialect.INSTANCE,
                name,
                List.of(method),
                uri,
                rate,
                Scope.INSTANCE,
                ParticipantError.THROTTLING);
    }
}
