package org.connectchat.connect.tag;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactTags;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds tags to an active or ended contact, all or none: {@code POST /contact/tags} (rule U2). They are the tags that the
 * action of that name sets.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_TagContact.html">TagContact</a>
 */
@Component
final class TagContact extends RequestOperation<TagContact.Request> {

    record Request(
            @Nullable String contactId,
            @Nullable String instanceId,
            @Nullable Map<String, String> tags) {

        /** Without the tags. */
        @Override
        public String toString() {
            return "TagContact.Request";
        }
    }

    private final Contacts contacts;

    TagContact(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Route route() {
        return ContactRoutes.TAG_CONTACT;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        violations.requiredText("ContactId", request.contactId(), 1, 256);
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        Map<String, String> tags = request.tags();
        violations.required("Tags", tags);
        if (tags != null) {
            check(tags, violations);
        }
        return violations;
    }

    private static void check(Map<String, String> tags, Violations violations) {
        if (tags.isEmpty() || tags.size() > ContactTags.MAXIMUM) {
            violations.value("Tags", "must have 1 to " + ContactTags.MAXIMUM + " tags, has " + tags.size());
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            String problem = ContactTags.problem(tag);
            if (problem != null) {
                violations.value("Tags." + Violations.abbreviated(tag.getKey()), problem);
            }
        }
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.contactId()));
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        Contact tagged = contacts.tag(
                ResourceId.of(requireNonNull(request.instanceId())),
                requireNonNull(request.contactId()),
                requireNonNull(request.tags()));
        call.setContactId(tagged.id());
        return NoContent.RESPONSE;
    }
}
