package org.connectchat.connect.contact;

import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Controller;

/**
 * Reads a contact's attributes: {@code GET /contact/attributes/{InstanceId}/{InitialContactId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_GetContactAttributes.html">GetContactAttributes</a>
 */
@Controller
final class GetContactAttributes extends RequestOperation<GetContactAttributes.Request> {

    record Request(String instanceId, String initialContactId) {}

    record Response(Map<String, String> attributes) {}

    private final Contacts chats;

    GetContactAttributes(Contacts chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.GET_CONTACT_ATTRIBUTES;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.label("InitialContactId"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collectWithoutInvalidParameter();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.length("InitialContactId", request.initialContactId(), 1, 256);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceId()), request.initialContactId());
    }

    @Override
    protected Response execute(Request request, Call call) {
        Contact contact = chats.get(ResourceId.of(request.instanceId()), request.initialContactId());
        call.concerns(contact.id());
        return new Response(chats.current(contact.id()).attributes());
    }
}
