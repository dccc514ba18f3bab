package org.connectchat.participant;

import java.util.List;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Route.Scope;
import org.connectchat.restjson.throttle.ThrottleLimit;

/** The routes of the Participant Service and AWS's default throttles of them, which count per instance. */
public final class ParticipantRoutes {

    private static final ThrottleLimit CONNECTIONS = new ThrottleLimit(6.0, 9);
    private static final ThrottleLimit SENDING = new ThrottleLimit(10.0, 15);
    private static final ThrottleLimit READING = new ThrottleLimit(8.0, 12);
    private static final ThrottleLimit DISCONNECTING = new ThrottleLimit(3.0, 5);

    public static final Route CREATE_PARTICIPANT_CONNECTION =
            post("CreateParticipantConnection", "/participant/connection", CONNECTIONS);
    public static final Route SEND_MESSAGE = post("SendMessage", "/participant/message", SENDING);
    public static final Route SEND_EVENT = post("SendEvent", "/participant/event", SENDING);
    public static final Route GET_TRANSCRIPT = post("GetTranscript", "/participant/transcript", READING);
    public static final Route DISCONNECT_PARTICIPANT =
            post("DisconnectParticipant", "/participant/disconnect", DISCONNECTING);
    public static final Route START_ATTACHMENT_UPLOAD =
            post("StartAttachmentUpload", "/participant/start-attachment-upload", ThrottleLimit.DEFAULT);
    public static final Route COMPLETE_ATTACHMENT_UPLOAD =
            post("CompleteAttachmentUpload", "/participant/complete-attachment-upload", ThrottleLimit.DEFAULT);
    public static final Route GET_ATTACHMENT = post("GetAttachment", "/participant/attachment", READING);
    public static final Route DESCRIBE_VIEW =
            route("DescribeView", "GET", "/participant/views/{ViewToken}", ThrottleLimit.DEFAULT);
    public static final Route GET_AUTHENTICATION_URL =
            post("GetAuthenticationUrl", "/participant/authentication-url", ThrottleLimit.DEFAULT);
    public static final Route CANCEL_PARTICIPANT_AUTHENTICATION =
            post("CancelParticipantAuthentication", "/participant/cancel-authentication", ThrottleLimit.DEFAULT);

    private ParticipantRoutes() {}

    private static Route post(String name, String uri, ThrottleLimit rate) {
        return route(name, "POST", uri, rate);
    }

    private static Route route(String name, String method, String uri, ThrottleLimit rate) {
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
