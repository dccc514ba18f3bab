package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows an account that has no custom durations of chats. */
class CustomDurationTest {

    private static final String WITH_A_DURATION =
            Emulator.SMALLEST_START.replace("\"InstanceId\"", "\"ChatDurationInMinutes\": 60, \"InstanceId\"");

    private final Emulator emulator =
            Emulator.with("emulator.throttling.enabled=false", "emulator.chat.custom-duration=refused");

    @Test
    @Rule("I27")
    void anAccountWithoutCustomDurationsRefusesOne() {
        Answer refused = emulator.start(WITH_A_DURATION);

        assertThat(refused.outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(refused.message()).contains("ChatDurationInMinutes", "emulator.chat.custom-duration");
    }

    @Test
    @Rule("I27")
    void theDefaultDurationIsAccepted() {
        assertThat(emulator.start(Emulator.SMALLEST_START).outcome()).isEqualTo("200");
    }

    @Test
    @Rule("I27")
    void otherAccountsAcceptOne() {
        assertThat(Emulator.unthrottled().start(WITH_A_DURATION).outcome()).isEqualTo("200");
    }
}
