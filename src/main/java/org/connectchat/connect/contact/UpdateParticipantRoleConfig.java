package org.connectchat.connect.contact;

import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ContactPath;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets a chat's timers: {@code PUT /contact/participant-role-config/{InstanceId}/{ContactId}}; 2 to 480 minutes, one of
 * each type for a role. They take effect when the next agent connects.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateParticipantRoleConfig.html">UpdateParticipantRoleConfig</a>
 */
@Component
final class UpdateParticipantRoleConfig extends RequestOperation<UpdateParticipantRoleConfig.Request> {

    /** The body of UpdateParticipantRoleConfig. */
    record Body(@Nullable ParticipantRoleConfig channelConfiguration) {}

    record Request(ContactPath contact, @Nullable ParticipantRoleConfig channelConfiguration) {}

    private final Contacts chats;

    UpdateParticipantRoleConfig(Contacts chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.UPDATE_PARTICIPANT_ROLE_CONFIG;
    }

    @Override
    protected Request read(Call call) {
        ParticipantRoleConfig configuration = call.body(Body.class).channelConfiguration();
        return new Request(ContactPath.of(call, "ContactId"), configuration);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        request.contact().check(violations);
        ParticipantTimerRules.check(request.channelConfiguration(), violations);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return request.contact().target();
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        chats.updateTimers(
                request.contact().instanceId(),
                request.contact().contactId(),
                ParticipantTimerRules.timers(request.channelConfiguration()));
        call.setContactId(request.contact().contactId());
        return NoContent.RESPONSE;
    }
}
