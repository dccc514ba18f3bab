package org.connectchat.connect.contact;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.ParticipantRole;
import org.jspecify.annotations.Nullable;

/** The ChannelConfiguration of UpdateParticipantRoleConfig: the timers of a chat. */
record ParticipantRoleConfig(@Nullable Chat chat) {

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
}
