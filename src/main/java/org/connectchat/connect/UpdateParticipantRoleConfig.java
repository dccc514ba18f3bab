package org.connectchat.connect;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.NoContent;
import org.connectchat.restjson.RequestOperation;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Target;
import org.connectchat.restjson.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;

/**
 * Sets a chat's timers: {@code PUT /contact/participant-role-config/{InstanceId}/{ContactId}}; 2 to 480 minutes, one of
 * each type for a role. They take effect when the next agent connects.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateParticipantRoleConfig.html">UpdateParticipantRoleConfig</a>
 */
@Controller
final class UpdateParticipantRoleConfig extends RequestOperation<UpdateParticipantRoleConfig.Request> {

    /** The body of UpdateParticipantRoleConfig. */
    record Body(@Nullable ChannelConfiguration channelConfiguration) {}

    record Request(
            String instanceId, String contactId, @Nullable ChannelConfiguration channelConfiguration) {}

    record ChannelConfiguration(@Nullable Chat chat) {}

    record Chat(@Nullable List<@Nullable Timer> participantTimerConfigList) {}

    record Timer(
            @Nullable String participantRole,
            @Nullable String timerType,
            @Nullable TimerValue timerValue) {

        ChatTimer toChatTimer() {
            TimerValue value = requireNonNull(timerValue);
            BigInteger minutes = value.participantTimerDurationInMinutes();
            return new ChatTimer(
                    ParticipantRole.valueOf(requireNonNull(participantRole)),
                    ChatTimer.Type.valueOf(requireNonNull(timerType)),
                    minutes == null ? null : Duration.ofMinutes(minutes.longValue()));
        }
    }

    record TimerValue(
            @Nullable String participantTimerAction,
            @Nullable BigInteger participantTimerDurationInMinutes) {}

    private final ChatContactService chats;

    UpdateParticipantRoleConfig(ChatContactService chats) {
        this.chats = chats;
    }

    @Override
    public Route route() {
        return ConnectRoutes.UPDATE_PARTICIPANT_ROLE_CONFIG;
    }

    @Override
    protected Request read(Call call) {
        ChannelConfiguration configuration = call.body(Body.class).channelConfiguration();
        return new Request(call.label("InstanceId"), call.label("ContactId"), configuration);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = BadRequests.collect();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.length("ContactId", request.contactId(), 1, 256);
        ParticipantTimerRules.check(request.channelConfiguration(), violations);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(request.instanceId()), request.contactId());
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        chats.updateTimers(
                ResourceId.of(request.instanceId()),
                request.contactId(),
                ParticipantTimerRules.timers(request.channelConfiguration()));
        call.concerns(request.contactId());
        return NoContent.ANSWER;
    }
}
