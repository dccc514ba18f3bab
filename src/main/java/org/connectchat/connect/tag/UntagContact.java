package org.connectchat.connect.tag;

import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactTags;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactPath;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Removes tags of an active or ended contact: {@code DELETE /contact/tags/{InstanceId}/{ContactId}?TagKeys=a} (rule U3).
 * Keys that the contact does not have are ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UntagContact.html">UntagContact</a>
 */
@Component
final class UntagContact extends RequestOperation<UntagContact.Request> {

    record Request(ContactPath contact, List<String> tagKeys) {}

    private final Contacts contacts;

    UntagContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Route route() {
        return ContactRoutes.UNTAG_CONTACT;
    }

    @Override
    protected Request read(Call call) {
        return new Request(
                ContactPath.of(call, "ContactId"), QueryParameters.of(call).all("TagKeys"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        request.contact().check(violations);
        List<String> keys = request.tagKeys();
        violations.required("TagKeys", keys.isEmpty() ? null : keys);
        if (keys.size() > ContactTags.MAXIMUM) {
            violations.value("TagKeys", "must have 1 to " + ContactTags.MAXIMUM + " elements, has " + keys.size());
            return violations;
        }
        for (int i = 0; i < keys.size(); i++) {
            String problem = ContactTags.problemOfKey(keys.get(i));
            if (problem != null) {
                violations.value("TagKeys[" + i + "]", problem);
            }
        }
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return request.contact().target();
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        Contact untagged =
                contacts.untag(request.contact().instanceId(), request.contact().contactId(), request.tagKeys());
        call.setContactId(untagged.id());
        return NoContent.RESPONSE;
    }
}
