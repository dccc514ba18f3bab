package org.connectchat.connect.contact;

import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactPath;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Reads a contact's attributes: {@code GET /contact/attributes/{InstanceId}/{InitialContactId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_GetContactAttributes.html">GetContactAttributes</a>
 */
@Component
final class GetContactAttributes extends RequestOperation<ContactPath> {

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
    protected ContactPath read(Call call) {
        return ContactPath.of(call, "InitialContactId");
    }

    @Override
    protected Violations check(ContactPath contact) {
        Violations violations = ConnectViolations.collectWithoutInvalidParameter();
        contact.check(violations);
        return violations;
    }

    @Override
    protected Target target(ContactPath contact) {
        return contact.target();
    }

    @Override
    protected Response execute(ContactPath path, Call call) {
        Contact contact = chats.get(path.instanceId(), path.contactId());
        call.setContactId(contact.id());
        return new Response(chats.current(contact.id()).attributes());
    }
}
