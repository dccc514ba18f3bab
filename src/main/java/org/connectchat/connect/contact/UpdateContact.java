package org.connectchat.connect.contact;

import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ContactPath;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Changes name, description, references and segment attributes of an active or ended contact: {@code POST
 * /contacts/{InstanceId}/{ContactId}} (rule U1). References and segment attributes are added to those that the contact
 * has; an empty name or description removes it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContact.html">UpdateContact</a>
 */
@Component
final class UpdateContact extends RequestOperation<UpdateContactRequest> {

    private final Contacts contacts;

    UpdateContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Route route() {
        return ContactRoutes.UPDATE_CONTACT;
    }

    @Override
    protected UpdateContactRequest read(Call call) {
        UpdateContactRequest.Body body = call.body(UpdateContactRequest.Body.class);
        return new UpdateContactRequest(ContactPath.of(call, "ContactId"), body);
    }

    @Override
    protected Violations check(UpdateContactRequest request) {
        return UpdateContactValidator.validate(request);
    }

    @Override
    protected Target target(UpdateContactRequest request) {
        return request.contact().target();
    }

    @Override
    protected NoContent execute(UpdateContactRequest request, Call call) {
        Contact updated = contacts.update(
                request.contact().instanceId(), request.contact().contactId(), request.changes());
        call.setContactId(updated.id());
        return NoContent.RESPONSE;
    }
}
