package org.connectchat.connect.contact;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.transcript.ContactInspector;
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
 * Shows a contact, active or ended: {@code GET /contacts/{InstanceId}/{ContactId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html">DescribeContact</a>
 */
@Controller
final class DescribeContact extends RequestOperation<DescribeContact.Request> {

    record Request(String instanceId, String contactId) {}

    record Response(ContactDescription contact) {}

    private final Contacts chats;
    private final ContactInspector records;
    private final AccountSettings account;

    DescribeContact(Contacts chats, ContactInspector records, AccountSettings account) {
        this.chats = chats;
        this.records = records;
        this.account = account;
    }

    @Override
    public Route route() {
        return ConnectRoutes.DESCRIBE_CONTACT;
    }

    @Override
    protected Request read(Call call) {
        return new Request(call.label("InstanceId"), call.label("ContactId"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.length("ContactId", request.contactId(), 1, 256);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceId()), request.contactId());
    }

    @Override
    protected Response execute(Request request, Call call) {
        Contact contact = chats.get(ResourceId.of(request.instanceId()), request.contactId());
        call.concerns(contact.id());
        return new Response(ContactDescription.of(
                contact,
                account.arn(contact.instanceId(), "contact/" + contact.id()),
                ChatMetricsDescription.of(records.metrics(contact))));
    }
}
