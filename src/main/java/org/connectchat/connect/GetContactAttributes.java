package org.connectchat.connect;

import java.util.Map;
import org.connectchat.chat.ChatContactService;
import org.connectchat.chat.Contact;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.Operation;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Violations;
import org.springframework.stereotype.Controller;

/**
 * Reads a contact's attributes: {@code GET /contact/attributes/{InstanceId}/{InitialContactId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_GetContactAttributes.html">GetContactAttributes</a>
 */
@Controller
final class GetContactAttributes implements Operation {

    record Response(Map<String, String> attributes) {}

    private final ChatContactService chats;

    GetContactAttributes(ChatContactService chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.GET_CONTACT_ATTRIBUTES;
    }

    @Override
    public Response handle(Call call) {
        String instanceId = call.label("InstanceId");
        String contactId = call.label("InitialContactId");
        Violations violations = BadRequests.collectWithoutInvalidParameter();
        ResourceId.check("InstanceId", instanceId, 100, violations);
        violations.length("InitialContactId", contactId, 1, 256);
        violations.throwIfAny();
        call.atInstance(ResourceId.of(instanceId), contactId);
        Contact contact = chats.get(ResourceId.of(instanceId), contactId);
        call.concerns(contact.id());
        return new Response(chats.current(contact.id()).attributes());
    }
}
