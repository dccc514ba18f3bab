package org.connectchat.connect;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.connectchat.chat.ChatContactService;
import org.connectchat.chat.Contact;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.NoContent;
import org.connectchat.restjson.Operation;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;

/**
 * Lays attributes over those of an active or ended contact: {@code POST /contact/attributes}. An empty value removes its
 * key; the merged result keeps within 32,768 UTF-8 bytes or nothing changes.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactAttributes.html">UpdateContactAttributes</a>
 */
@Controller
final class UpdateContactAttributes implements Operation {

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

    private final ChatContactService chats;

    UpdateContactAttributes(ChatContactService chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.UPDATE_CONTACT_ATTRIBUTES;
    }

    @Override
    public NoContent handle(Call call) {
        Request request = call.body(Request.class);
        Violations violations = BadRequests.collect();
        violations.requiredText("InitialContactId", request.initialContactId(), 1, 256);
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.required("Attributes", request.attributes());
        AttributeRules.check(request.attributes(), violations);
        violations.throwIfAny();
        String instanceId = ResourceId.of(requireNonNull(request.instanceId()));
        String contactId = requireNonNull(request.initialContactId());
        call.atInstance(instanceId, contactId);
        Contact updated = chats.updateAttributes(instanceId, contactId, requireNonNull(request.attributes()));
        call.concerns(updated.id());
        return NoContent.ANSWER;
    }
}
