package org.connectchat.connect;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;

/** UpdateParticipantRoleConfig, as a test calls it. */
final class Timers {

    private Timers() {}

    static Answer configure(Emulator emulator, Chat chat, String... timers) {
        return emulator.send(
                "PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), request(timers));
    }

    static String request(String... timers) {
        return "{\"ChannelConfiguration\": {\"Chat\": {\"ParticipantTimerConfigList\": [" + String.join(",", timers)
                + "]}}}";
    }

    static String timer(String role, String type, int minutes) {
        return """
            {"ParticipantRole": "%s", "TimerType": "%s",
             "TimerValue": {"ParticipantTimerDurationInMinutes": %d}}\
            """.formatted(role, type, minutes);
    }

    static String unset(String role, String type) {
        return """
            {"ParticipantRole": "%s", "TimerType": "%s",
             "TimerValue": {"ParticipantTimerAction": "Unset"}}\
            """.formatted(role, type);
    }
}
