package org.connectchat.connect.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.connectchat.attachment.AttachmentStore;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.Reference;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactPath;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.QueryParameters;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Lists the references of a contact in the order of their names, then the files of its chat: {@code GET
 * /contact/references/{InstanceId}/{ContactId}} (rule U4). There is one page only, so no response has a NextToken.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListContactReferences.html">ListContactReferences</a>
 */
@Component
final class ListContactReferences extends RequestOperation<ListContactReferences.Request> {

    private static final int MAX_TYPES = 6;

    record Request(ContactPath contact, List<String> types) {}

    record Response(List<ReferenceSummary> referenceSummaryList) {}

    private final Contacts contacts;
    private final AttachmentStore attachments;

    ListContactReferences(Contacts contacts, AttachmentStore attachments) {
        this.contacts = contacts;
        this.attachments = attachments;
    }

    @Override
    public Route route() {
        return ContactRoutes.LIST_CONTACT_REFERENCES;
    }

    @Override
    protected Request read(Call call) {
        return new Request(
                ContactPath.of(call, "ContactId"), QueryParameters.of(call).all("referenceTypes"));
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        request.contact().check(violations);
        List<String> types = request.types();
        violations.required("ReferenceTypes", types.isEmpty() ? null : types);
        if (types.size() > MAX_TYPES) {
            violations.value("ReferenceTypes", "must have at most " + MAX_TYPES + " elements, has " + types.size());
            return violations;
        }
        for (int i = 0; i < types.size(); i++) {
            violations.oneOf("ReferenceTypes[" + i + "]", types.get(i), ReferenceType.NAMES);
        }
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return request.contact().target();
    }

    @Override
    protected Response execute(Request request, Call call) {
        Contact contact =
                contacts.get(request.contact().instanceId(), request.contact().contactId());
        call.setContactId(contact.id());
        Set<ReferenceType> types = EnumSet.noneOf(ReferenceType.class);
        request.types().forEach(type -> types.add(ReferenceType.valueOf(type)));
        List<ReferenceSummary> summaries = new ArrayList<>();
        new TreeMap<>(contact.details().references())
                .forEach((name, reference) -> add(name, reference, types, summaries));
        if (types.contains(ReferenceType.ATTACHMENT)) {
            attachments.completed(contact.sessionId()).forEach(file -> summaries.add(ReferenceSummary.of(file)));
        }
        return new Response(summaries);
    }

    private static void add(
            String name, Reference reference, Set<ReferenceType> types, List<ReferenceSummary> summaries) {
        types.stream()
                .filter(type -> type.name().equals(reference.type()))
                .map(type -> ReferenceSummary.of(type, name, reference))
                .filter(Objects::nonNull)
                .forEach(summaries::add);
    }
}
