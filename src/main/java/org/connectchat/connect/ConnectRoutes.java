package org.connectchat.connect;

import java.util.List;
import org.connectchat.restjson.ErrorType;
import org.connectchat.restjson.Rate;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Route.Scope;

/** The routes of the emulated operations and AWS's default throttles of them. */
final class ConnectRoutes {

    static final String START_CHAT_CONTACT_NAME = "StartChatContact";
    static final Rate START_CHAT_CONTACT_RATE = new Rate(5.0, 8);
    private static final Rate CONTACT_RATE = new Rate(10.0, 15);

    /** Rule T1: POST is for front ends that cannot PUT. */
    static final Route START_CHAT_CONTACT = new Route(
            ConnectDialect.INSTANCE,
            START_CHAT_CONTACT_NAME,
            List.of("PUT", "POST"),
            "/contact/chat",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.TOO_MANY_REQUESTS);

    /** The open-source widget's way to the same operation; it shares the throttle. */
    static final Route START_CHAT = new Route(
            StartChatEnvelope.DIALECT,
            START_CHAT_CONTACT_NAME,
            List.of("POST"),
            "/start-chat",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.TOO_MANY_REQUESTS);

    static final Route STOP_CONTACT = contact("StopContact", "POST", "/contact/stop");
    static final Route DESCRIBE_CONTACT =
            contact("DescribeContact", "GET", "/contacts/{InstanceId}/{ContactId}", ConnectError.THROTTLING);
    static final Route GET_CONTACT_ATTRIBUTES =
            contact("GetContactAttributes", "GET", "/contact/attributes/{InstanceId}/{InitialContactId}");
    static final Route UPDATE_CONTACT_ATTRIBUTES = contact("UpdateContactAttributes", "POST", "/contact/attributes");

    static final Route CREATE_PARTICIPANT = new Route(
            ConnectDialect.INSTANCE,
            "CreateParticipant",
            List.of("POST"),
            "/contact/create-participant",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.THROTTLING);

    static final Route UPDATE_PARTICIPANT_ROLE_CONFIG = new Route(
            ConnectDialect.INSTANCE,
            "UpdateParticipantRoleConfig",
            List.of("PUT"),
            "/contact/participant-role-config/{InstanceId}/{ContactId}",
            START_CHAT_CONTACT_RATE,
            Scope.ACCOUNT,
            ConnectError.THROTTLING);

    private ConnectRoutes() {}

    private static Route contact(String name, String method, String uri) {
        return contact(name, method, uri, ConnectError.TOO_MANY_REQUESTS);
    }

    private static Route contact(String name, String method, String uri, ErrorType throttled) {
        return new Route(ConnectDialect.INSTANCE, name, List.of(method), uri, CONTACT_RATE, Scope.ACCOUNT, throttled);
    }
}
