package org.connectchat.connect;

import java.util.List;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Route.Scope;
import org.connectchat.restjson.throttle.ThrottleLimit;

/** The routes of the operations around a contact, with AWS's throttles of them (rules U1 to U9). */
public final class ContactRoutes {

    private static final String CONTACT = "/{InstanceId}/{ContactId}";
    private static final ThrottleLimit CONTACTS = new ThrottleLimit(10.0, 15);
    private static final ThrottleLimit TAGS = new ThrottleLimit(20.0, 25);

    public static final Route UPDATE_CONTACT = route("UpdateContact", "POST", "/contacts" + CONTACT, CONTACTS);
    public static final Route TAG_CONTACT = route("TagContact", "POST", "/contact/tags", TAGS);
    public static final Route UNTAG_CONTACT = route("UntagContact", "DELETE", "/contact/tags" + CONTACT, TAGS);
    public static final Route LIST_CONTACT_REFERENCES =
            route("ListContactReferences", "GET", "/contact/references" + CONTACT, CONTACTS);
    public static final Route CREATE_PERSISTENT_CONTACT_ASSOCIATION = route(
            "CreatePersistentContactAssociation",
            "POST",
            "/contact/persistent-contact-association/{InstanceId}/{InitialContactId}",
            ConnectRoutes.START_CHAT_CONTACT_RATE);
    public static final Route LIST_ASSOCIATED_CONTACTS =
            route("ListAssociatedContacts", "GET", "/contact/associated/{InstanceId}", ThrottleLimit.DEFAULT);
    public static final Route GET_CONTACT_METRICS =
            route("GetContactMetrics", "POST", "/metrics/contact", ThrottleLimit.DEFAULT);
    public static final Route UPDATE_CONTACT_ROUTING_DATA = route(
            "UpdateContactRoutingData", "POST", "/contacts" + CONTACT + "/routing-data", new ThrottleLimit(20.0, 20));
    public static final Route SEARCH_CONTACTS =
            route("SearchContacts", "POST", "/search-contacts", new ThrottleLimit(0.5, 1));

    private ContactRoutes() {}

    private static Route route(String name, String method, String uri, ThrottleLimit limit) {
        return new Route(
                ConnectDialect.INSTANCE, name, List.of(method), uri, limit, Scope.ACCOUNT, ConnectError.THROTTLING);
    }
}
