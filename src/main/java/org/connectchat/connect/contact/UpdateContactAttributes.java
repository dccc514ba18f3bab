package org.connectchat.connect.contact;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.AttributeRules;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
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
 * Merges attributes into those of an active or ended contact: {@code POST /contact/attributes}. An empty value removes
 * its key. If the merged result exceeds 32,768 UTF-8 bytes, nothing changes.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactAttributes.html">UpdateContactAttributes</a>
 */
@Component
final class UpdateContactAttributes extends RequestOperation<UpdateContactAttributes.Request> {

    record Request(
            @Nullable String initialContactId,
            @Nullable String instanceId,
            @Nullable Map<String, String> attributes) {

        /** Without the attributes. */
        @Override
        public String toString() {
            return "UpdateContactAttributes.Request";
        }
    }

    private final Contacts chats;

    UpdateContactAttributes(Contacts chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.UPDATE_CONTACT_ATTRIBUTES;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        violations.requiredText("InitialContactId", request.initialContactId(), 1, 256);
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.required("Attributes", request.attributes());
        AttributeRules.check(request.attributes(), violations);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(
                ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.initialContactId()));
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        Contact updated = chats.updateAttributes(
                ResourceId.of(requireNonNull(request.instanceId())),
                requireNonNull(request.initialContactId()),
                requireNonNull(request.attributes()));
        call.setContactId(updated.id());
        return NoContent.RESPONSE;
    }
}
