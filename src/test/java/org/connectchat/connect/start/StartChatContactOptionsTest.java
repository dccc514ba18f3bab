package org.connectchat.connect.start;

import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows which durations, response modes and ways to end StartChatContact takes. */
class StartChatContactOptionsTest {

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 1_500, 10_079, 10_080})
    @Rule("I12")
    void aChatLastsAnHourToSevenDays(int minutes) {
        StartAttempt.with("\"ChatDurationInMinutes\": " + minutes).works();
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 10_081, 0, -1, -60, Integer.MAX_VALUE, Integer.MIN_VALUE})
    @Rule("I12")
    void anotherDurationIsAnInvalidParameter(int minutes) {
        StartAttempt.with("\"ChatDurationInMinutes\": " + minutes)
                .isInvalidParameter("ChatDurationInMinutes", "60 to 10080", "was " + minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "9223372036854775808", "100000000000000000000000"})
    @Rule("I12")
    void aDurationBeyondThirtyTwoBitsIsNoLessOutOfRange(String minutes) {
        StartAttempt.with("\"ChatDurationInMinutes\": " + minutes).isInvalidParameter("ChatDurationInMinutes");
    }

    @Test
    @Rule("I24")
    void disconnectOnCustomerExitIsAgent() {
        StartAttempt.with("\"DisconnectOnCustomerExit\": [\"AGENT\"]").works();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"AGENT\", \"AGENT\"", "\"AGENT\", \"CUSTOMER\""})
    @Rule("I24")
    void disconnectOnCustomerExitWithoutExactlyOneElementIsAnInvalidParameter(String elements) {
        StartAttempt.with("\"DisconnectOnCustomerExit\": [" + elements + "]")
                .isInvalidParameter("DisconnectOnCustomerExit", "exactly one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "CUSTOMER", "", "SYSTEM"})
    @Rule("I24")
    void disconnectOnCustomerExitOfAnotherRoleIsAnInvalidParameter(String role) {
        StartAttempt.with("\"DisconnectOnCustomerExit\": [\"" + role + "\"]")
                .isInvalidParameter("DisconnectOnCustomerExit[0]", "AGENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INCREMENTAL", "COMPLETE"})
    @Rule("I25")
    void thereAreTwoResponseModes(String mode) {
        StartAttempt.with("\"ParticipantConfiguration\": {\"ResponseMode\": \"" + mode + "\"}")
                .works();
    }

    @Test
    @Rule("I25")
    void aParticipantConfigurationMaySayNothing() {
        StartAttempt.with("\"ParticipantConfiguration\": {}").works();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "complete", "PARTIAL", " COMPLETE"})
    @Rule("I25")
    void anotherResponseModeIsAnInvalidParameter(String mode) {
        StartAttempt.with("\"ParticipantConfiguration\": {\"ResponseMode\": \"" + mode + "\"}")
                .isInvalidParameter("ParticipantConfiguration.ResponseMode", "INCREMENTAL", "COMPLETE");
    }
}
