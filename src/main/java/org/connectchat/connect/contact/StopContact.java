package org.connectchat.connect.contact;

import static java.util.Objects.requireNonNull;

import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.ChatContactService;
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
 * Ends a chat: {@code POST /contact/stop}. On an ended chat it returns 200 and changes nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StopContact.html">StopContact</a>
 */
@Component
final class StopContact extends RequestOperation<StopContact.Request> {

    /**
     * The body of StopContact.
     *
     * @param disconnectReason used only for contacts of outbound campaigns, so the reason of a chat stays {@code API}
     */
    record Request(
            @Nullable String contactId,
            @Nullable String instanceId,
            @Nullable DisconnectReason disconnectReason) {

        record DisconnectReason(@Nullable String code) {}
    }

    private final ChatContactService chats;

    StopContact(ChatContactService chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.STOP_CONTACT;
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
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.contactId()));
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        Contact stopped =
                chats.stop(ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.contactId()));
        call.setContactId(stopped.id());
        return NoContent.RESPONSE;
    }
}
