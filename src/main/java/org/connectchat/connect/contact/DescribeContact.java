package org.connectchat.connect.contact;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.transcript.ContactInspector;
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
 * Shows a contact, active or ended: {@code GET /contacts/{InstanceId}/{ContactId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html">DescribeContact</a>
 */
@Component
final class DescribeContact extends RequestOperation<ContactPath> {

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
    protected ContactPath read(Call call) {
        return ContactPath.of(call, "ContactId");
    }

    @Override
    protected Violations check(ContactPath contact) {
        Violations violations = ConnectViolations.collect();
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
        return new Response(
                ContactDescription.of(contact, account, ChatMetricsDescription.of(records.metrics(contact))));
    }
}
