package org.connectchat.connect.contact;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.connect.contact.ParticipantRoleConfig.Chat;
import org.connectchat.connect.contact.ParticipantRoleConfig.Timer;
import org.connectchat.connect.contact.ParticipantRoleConfig.TimerValue;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** What chat timers may be. */
final class ParticipantTimerRules {

    private static final int MAX_TIMERS = 6;
    private static final int MIN_MINUTES = 2;
    private static final int MAX_MINUTES = 480;
    private static final List<String> ROLES = List.of("CUSTOMER", "AGENT");
    private static final List<String> TYPES = List.of("IDLE", "DISCONNECT_NONCUSTOMER");

    private ParticipantTimerRules() {}

    static void check(@Nullable ParticipantRoleConfig configuration, Violations violations) {
        violations.required("ChannelConfiguration", configuration);
        Chat chat = configuration == null ? null : configuration.chat();
        if (configuration != null) {
            violations.required("ChannelConfiguration.Chat", chat);
        }
        List<@Nullable Timer> timers = chat == null ? null : chat.participantTimerConfigList();
        String list = "ChannelConfiguration.Chat.ParticipantTimerConfigList";
        if (chat != null && violations.required(list, timers)) {
            checkAll(list, requireNonNull(timers), violations);
        }
    }

    /** The timers of a configuration without violations. */
    static List<ChatTimer> timers(@Nullable ParticipantRoleConfig configuration) {
        Chat chat = requireNonNull(requireNonNull(configuration).chat());
        return requireNonNull(chat.participantTimerConfigList()).stream()
                .map(timer -> requireNonNull(timer).toChatTimer())
                .toList();
    }

    private static void checkAll(String list, List<@Nullable Timer> timers, Violations violations) {
        if (timers.isEmpty() || timers.size() > MAX_TIMERS) {
            violations.value(list, "must have 1 to " + MAX_TIMERS + " elements, has " + timers.size());
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < timers.size(); i++) {
            Timer timer = timers.get(i);
            String member = list + "[" + i + "]";
            if (violations.required(member, timer)) {
                check(member, requireNonNull(timer), violations);
                if (!seen.add(timer.participantRole() + " " + timer.timerType())) {
                    violations.relation(
                            member, "must not name a ParticipantRole and a TimerType that stand in the list already");
                }
            }
        }
    }

    private static void check(String member, Timer timer, Violations violations) {
        if (violations.required(member + ".ParticipantRole", timer.participantRole())) {
            violations.oneOf(member + ".ParticipantRole", timer.participantRole(), ROLES);
        }
        if (violations.required(member + ".TimerType", timer.timerType())) {
            violations.oneOf(member + ".TimerType", timer.timerType(), TYPES);
        }
        TimerValue value = timer.timerValue();
        if (!violations.required(member + ".TimerValue", value) || value == null) {
            return;
        }
        boolean action = value.participantTimerAction() != null;
        boolean duration = value.participantTimerDurationInMinutes() != null;
        if (action == duration) {
            violations.relation(
                    member + ".TimerValue",
                    "must have exactly one of ParticipantTimerAction and ParticipantTimerDurationInMinutes");
        }
        violations.oneOf(
                member + ".TimerValue.ParticipantTimerAction", value.participantTimerAction(), List.of("Unset"));
        violations.range(
                member + ".TimerValue.ParticipantTimerDurationInMinutes",
                value.participantTimerDurationInMinutes(),
                MIN_MINUTES,
                MAX_MINUTES);
    }
}
