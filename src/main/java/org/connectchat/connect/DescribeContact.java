package org.connectchat.connect;

import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.ChatContactService;
import org.connectchat.chat.ChatRecords;
import org.connectchat.chat.Contact;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.Operation;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Violations;
import org.springframework.stereotype.Controller;

/**
 * Shows a contact, active or ended: {@code GET /contacts/{InstanceId}/{ContactId}}.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html">DescribeContact</a>
 */
@Controller
final class DescribeContact implements Operation {

    record Response(ContactDescription contact) {}

    private final ChatContactService chats;
    private final ChatRecords records;
    private final AccountSettings account;

    DescribeContact(ChatContactService chats, ChatRecords records, AccountSettings account) {
        this.chats = chats;
        this.records = records;
        this.account = account;
    }

    @Override
    public Route route() {
        return ConnectRoutes.DESCRIBE_CONTACT;
    }

    @Override
    public Response handle(Call call) {
        String instanceId = call.label("InstanceId");
        String contactId = call.label("ContactId");
        Violations violations = BadRequests.collect();
        ResourceId.check("InstanceId", instanceId, 100, violations);
        violations.length("ContactId", contactId, 1, 256);
        violations.throwIfAny();
        call.atInstance(ResourceId.of(instanceId), contactId);
        Contact contact = chats.get(ResourceId.of(instanceId), contactId);
        call.concerns(contact.id());
        return new Response(ContactDescription.of(
                contact,
                account.arn(contact.instanceId(), "contact/" + contact.id()),
                ChatMetricsDescription.of(records.metrics(contact))));
    }
}
