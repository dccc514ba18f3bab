package org.connectchat.connect;

import java.util.List;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Route.Scope;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.throttle.ThrottleLimit;

/** The routes of the emulated operations and AWS's default throttles of them. */
public final class ConnectRoutes {

    public static final String START_CHAT_CONTACT_NAME = "StartChatContact";
    public static final ThrottleLimit START_CHAT_CONTACT_RATE = new ThrottleLimit(5.0, 8);
    private static final ThrottleLimit CONTACT_RATE = new ThrottleLimit(10.0, 15);

    /** Rule T1: POST is for front ends that cannot PUT. */
    public static final Route START_CHAT_CONTACT = new Route(
            ConnectDialect.INSTANCE,
            START_CHAT_CONTACT_NAME,
            List.of("PUT", "POST"),
            "/contact/chat",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.TOO_MANY_REQUESTS);

    public static final Route START_ASSISTANT_CONTACT = new Route(
            ConnectDialect.INSTANCE,
            "StartAssistantContact",
            List.of("PUT"),
            "/contact/assistant",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.THROTTLING);

    public static final Route STOP_CONTACT = contact("StopContact", "POST", "/contact/stop");
    public static final Route DESCRIBE_CONTACT =
            contact("DescribeContact", "GET", "/contacts/{InstanceId}/{ContactId}", ConnectError.THROTTLING);
    public static final Route GET_CONTACT_ATTRIBUTES =
            contact("GetContactAttributes", "GET", "/contact/attributes/{InstanceId}/{InitialContactId}");
    public static final Route UPDATE_CONTACT_ATTRIBUTES =
            contact("UpdateContactAttributes", "POST", "/contact/attributes");

    public static final Route CREATE_PARTICIPANT = new Route(
            ConnectDialect.INSTANCE,
            "CreateParticipant",
            List.of("POST"),
            "/contact/create-participant",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.THROTTLING);

    public static final Route UPDATE_PARTICIPANT_ROLE_CONFIG = new Route(
            ConnectDialect.INSTANCE,
            "UpdateParticipantRoleConfig",
            List.of("PUT"),
            "/contact/participant-role-config/{InstanceId}/{ContactId}",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.THROTTLING);

    public static final Route START_CONTACT_STREAMING = streaming("StartContactStreaming", "/contact/start-streaming");
    public static final Route STOP_CONTACT_STREAMING = streaming("StopContactStreaming", "/contact/stop-streaming");

    private ConnectRoutes() {}

    private static Route streaming(String name, String uri) {
        return new Route(
                ConnectDialect.INSTANCE,
                name,
                List.of("POST"),
                uri,
                START_CHAT_CONTACT_RATE,
                Scope.ACCOUNT,
                ConnectError.TOO_MANY_REQUESTS);
    }

    private static Route contact(String name, String method, String uri) {
        return contact(name, method, uri, ConnectError.TOO_MANY_REQUESTS);
    }

    private static Route contact(String name, String method, String uri, ErrorType throttled) {
        return new Route(ConnectDialect.INSTANCE, name, List.of(method), uri, CONTACT_RATE, Scope.ACCOUNT, throttled);
    }
}
