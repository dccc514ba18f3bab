package org.connectchat.connect.related;

import static java.util.Objects.requireNonNull;

import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.lifecycle.PersistentChats;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.connect.ConnectError;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactPath;
import org.connectchat.connect.ContactRoutes;
import org.connectchat.connect.RehydrationType;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a running chat continue a past one: {@code POST
 * /contact/persistent-contact-association/{InstanceId}/{InitialContactId}} (rule U5). The path names the running chat, the
 * body the past one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreatePersistentContactAssociation.html">CreatePersistentContactAssociation</a>
 */
@Component
final class CreatePersistentContactAssociation extends RequestOperation<CreatePersistentContactAssociation.Request> {

    record Body(
            @Nullable String rehydrationType,
            @Nullable String sourceContactId,
            @Nullable String clientToken) {}

    record Request(ContactPath contact, Body body) {}

    record Response(String continuedFromContactId) {}

    private final PersistentChats chats;

    CreatePersistentContactAssociation(PersistentChats chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ContactRoutes.CREATE_PERSISTENT_CONTACT_ASSOCIATION;
    }

    @Override
    protected Request read(Call call) {
        Body body = call.body(Body.class);
        return new Request(ContactPath.of(call, "InitialContactId"), body);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        request.contact().check(violations);
        Body body = request.body();
        if (violations.required("RehydrationType", body.rehydrationType())) {
            violations.oneOf("RehydrationType", body.rehydrationType(), RehydrationType.NAMES);
        }
        violations.requiredText("SourceContactId", body.sourceContactId(), 1, 256);
        violations.length("ClientToken", body.clientToken(), 0, 500);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return request.contact().target();
    }

    @Override
    protected Response execute(Request request, Call call) {
        Body body = request.body();
        Origin origin = RehydrationType.valueOf(requireNonNull(body.rehydrationType()))
                .from(requireNonNull(body.sourceContactId()));
        try {
            String continued = chats.continueFrom(
                    request.contact().instanceId(), request.contact().contactId(), origin, body.clientToken());
            call.setContactId(request.contact().contactId());
            return new Response(continued);
        } catch (ChatRefused refused) {
            // The model of this operation declares no ConflictException.
            throw refused.reason() == Reason.CHAT_ENDED
                    ? new AwsException(ConnectError.INVALID_REQUEST, refused.message())
                    : refused;
        }
    }
}
