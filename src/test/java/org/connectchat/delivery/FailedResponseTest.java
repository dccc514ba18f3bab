package org.connectchat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedResponseTest {

    @ParameterizedTest
    @Rule("S12")
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
    void anotherAttemptMayPass(int status) {
        assertThat(FailedResponse.of("SNS", status).isFinal()).isFalse();
    }

    @ParameterizedTest
    @Rule("S12")
    @ValueSource(ints = {301, 400, 403, 404, 410})
    void otherResponsesAreFinalUnlessTheCodeSaysThatThereWereTooManyCalls(int status) {
        assertThat(FailedResponse.of("SNS", status, "Denied", false).isFinal()).isTrue();
        assertThat(FailedResponse.of("SNS", status, "Throttling", true).isFinal())
                .isFalse();
    }

    @Test
    @Rule("S12")
    void reasonsHaveTheCodeButNoOtherText() {
        assertThat(FailedResponse.of("SNS", 403, "AuthorizationError", false).reason())
                .isEqualTo("SNS: status 403 AuthorizationError");
        assertThat(FailedResponse.of("SNS", 403, "a secret of the server", false)
                        .reason())
                .isEqualTo("SNS: status 403");
        assertThat(FailedResponse.shown("x".repeat(65))).isEqualTo("no known error code");
        assertThat(FailedResponse.shown(null)).isEqualTo("no known error code");
    }
}
