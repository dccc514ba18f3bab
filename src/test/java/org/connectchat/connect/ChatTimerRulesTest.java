package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows which chat timers UpdateParticipantRoleConfig refuses. */
class ChatTimerRulesTest {

    private final Emulator emulator = Emulator.unthrottled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CUSTOMER | IDLE | {"ParticipantTimerDurationInMinutes": 1} | InvalidParameterException | was 1
                    CUSTOMER | IDLE | {"ParticipantTimerDurationInMinutes": 481} | InvalidParameterException | was 481
                    CUSTOMER | IDLE | {"ParticipantTimerAction": "Stop"} | InvalidParameterException | must be Unset
                    CUSTOMER | IDLE | {} | InvalidRequestException | must have exactly one of
                    AGENT | IDLE | {"ParticipantTimerAction": "Unset", "ParticipantTimerDurationInMinutes": 2} | InvalidRequestException | must have exactly one of
                    CUSTOM_BOT | IDLE | {"ParticipantTimerAction": "Unset"} | InvalidParameterException | must be one of CUSTOMER, AGENT
                    AGENT | SLEEP | {"ParticipantTimerAction": "Unset"} | InvalidParameterException | must be one of IDLE
                    """)
    @Rule("K4")
    void aWrongTimerIsAnErrorThatNamesIt(String role, String type, String value, String code, String words) {
        Chat chat = Chat.start(emulator);

        Answer answer = Timers.configure(
                emulator,
                chat,
                "{\"ParticipantRole\": \"" + role + "\", \"TimerType\": \"" + type + "\", \"TimerValue\": " + value
                        + "}");

        assertThat(answer.outcome()).isEqualTo("400 " + code);
        assertThat(answer.message()).contains("ParticipantTimerConfigList[0]").contains(words);
    }

    @Test
    @Rule("K4")
    void aListHasOneToSixTimersAndNoneTwice() {
        Chat chat = Chat.start(emulator);
        String idle = Timers.timer("AGENT", "IDLE", 5);

        assertThat(Timers.configure(emulator, chat).outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(Timers.configure(emulator, chat, idle, idle).outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(Timers.configure(emulator, chat, idle, idle, idle, idle, idle, idle, idle)
                        .message())
                .contains("1 to 6 elements");
        assertThat(emulator.send("PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), "{}")
                        .outcome())
                .isEqualTo("400 InvalidRequestException");
    }

    @Test
    @Rule("K4")
    void anUnknownOrEndedChatHasNoTimers() {
        Chat chat = Chat.start(emulator);
        chat.stop();
        String path = "/contact/participant-role-config/an-instance/";
        String body = Timers.request(Timers.timer("AGENT", "IDLE", 5));

        assertThat(emulator.send("PUT", path + chat.contactId(), body).outcome())
                .isEqualTo("400 InvalidRequestException");
        assertThat(emulator.send("PUT", path + "nobody", body).outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
