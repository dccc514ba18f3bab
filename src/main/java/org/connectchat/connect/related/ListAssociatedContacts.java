package org.connectchat.connect.related;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.connect.page.ContactSelection;
import org.connectchat.connect.page.PagePosition;
import org.connectchat.connect.page.PageTokens;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists the tree of a contact, the oldest contact first: {@code GET /contact/associated/{InstanceId}} (rule U6). The tree
 * has the contacts of its session, and those of the sessions that are related to it or continue each other.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListAssociatedContacts.html">ListAssociatedContacts</a>
 */
@Component
final class ListAssociatedContacts extends RequestOperation<ListAssociatedContacts.Request> {

    private static final int MAXIMUM = 100;

    record Request(
            String instanceIdOrArn,
            @Nullable String contactId,
            @Nullable String maxResults,
            @Nullable String nextToken) {

        String instanceId() {
            return ResourceId.of(instanceIdOrArn);
        }

        String question() {
            return instanceId() + "/" + contactId;
        }

        /** Null if it is no whole number. */
        @Nullable
        Integer size() {
            return maxResults == null ? Integer.valueOf(MAXIMUM) : QueryParameters.wholeNumber(maxResults);
        }
    }

    record Response(
            List<AssociatedContact> contactSummaryList,
            @Nullable String nextToken) {}

    private final Contacts contacts;
    private final AccountSettings account;
    private final PageTokens tokens = new PageTokens();

    ListAssociatedContacts(Contacts contacts, AccountSettings account) {
        this.contacts = contacts;
        this.account = account;
    }

    @Override
    public Route route() {
        return ContactRoutes.LIST_ASSOCIATED_CONTACTS;
    }

    @Override
    protected Request read(Call call) {
        QueryParameters query = QueryParameters.of(call);
        return new Request(
                call.label("InstanceId"),
                query.first("contactId"),
                query.first("maxResults"),
                query.first("nextToken"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceIdOrArn(), 100, violations);
        violations.requiredText("ContactId", request.contactId(), 1, 256);
        Integer size = request.size();
        if (size == null) {
            violations.value("MaxResults", "must be a whole number of 1 to " + MAXIMUM);
        } else {
            violations.range("MaxResults", size, 1, MAXIMUM);
        }
        if (request.nextToken() != null && tokens.position(request.question(), request.nextToken()) == null) {
            violations.value("NextToken", "is not one that an earlier call for this contact returned");
        }
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(request.instanceId(), request.contactId());
    }

    @Override
    protected Response execute(Request request, Call call) {
        Contact contact = contacts.get(request.instanceId(), requireNonNull(request.contactId()));
        call.setContactId(contact.id());
        String tree = contact.lineage().associationId();
        String token = request.nextToken();
        ContactSelection page = new ContactSelection(
                each -> each.lineage().associationId().equals(tree)
                        && each.instanceId().equals(contact.instanceId()),
                each -> each.timeline().initiatedAt().toEpochMilli(),
                token == null ? null : tokens.position(request.question(), token),
                requireNonNull(request.size()));
        contacts.forEach(page);
        PagePosition next = page.next();
        return new Response(
                page.contacts().stream()
                        .map(each -> AssociatedContact.of(each, account))
                        .toList(),
                next == null ? null : tokens.text(request.question(), next));
    }
}
