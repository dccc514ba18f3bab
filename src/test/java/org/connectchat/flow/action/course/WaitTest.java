package org.connectchat.flow.action.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.conditions;
import static org.connectchat.flow.run.FlowText.errors;

import java.time.Duration;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class WaitTest {

    private final FlowFixture chat = new FlowFixture(CourseActions.all(Functions.none()));

    private void start(String parameters) {
        chat.flow(
                "f",
                new FlowText()
                        .action(
                                "wait",
                                "Wait",
                                parameters,
                                "end",
                                conditions(
                                        "Equals",
                                        "WaitCompleted",
                                        "completed",
                                        "CustomerReturned",
                                        "returned",
                                        "Continue",
                                        "continued"),
                                errors("NoMatchingError", "failed", "ParticipantNotFound", "nobot"))
                        .end("completed")
                        .end("returned")
                        .end("continued")
                        .end("failed")
                        .end("nobot")
                        .end("end")
                        .json());
        chat.startAndConnect("f");
    }

    @Rule("F35")
    @Test
    void theTimeIsThatOfTheEmulatorsClock() {
        start("{\"TimeLimitSeconds\": \"90\"}");

        chat.after(Duration.ofSeconds(89));
        assertThat(chat.path()).isEmpty();
        chat.after(Duration.ofSeconds(1));
        assertThat(chat.path()).containsExactly("wait", "completed");
    }

    @Rule("F35")
    @Test
    void aMessageOfTheCustomerEndsAWaitForIt() {
        start("{\"TimeLimitSeconds\": \"90\", \"Events\": [\"customerreturned\"]}");

        chat.customerSays("Here again");

        assertThat(chat.path()).containsExactly("wait", "returned");
    }

    @Rule("F35")
    @Test
    void withoutTheEventAMessageChangesNothing() {
        start("{\"TimeLimitSeconds\": \"90\"}");

        chat.customerSays("Here");
        assertThat(chat.path()).isEmpty();
        chat.after(Duration.ofSeconds(90));

        assertThat(chat.path()).containsExactly("wait", "completed");
    }

    @Rule("F35")
    @Test
    void withoutACustomParticipantNoWaitForItsEndBegins() {
        start("{\"TimeLimitSeconds\": \"90\", \"Events\": [\"BotParticipantDisconnected\"]}");

        assertThat(chat.path()).containsExactly("wait", "nobot");
    }

    @Rule("F35")
    @Test
    void filesMayCallTheTimeTimeoutSeconds() {
        start("{\"TimeoutSeconds\": 60}");

        chat.after(Duration.ofSeconds(60));

        assertThat(chat.path()).containsExactly("wait", "completed");
    }

    @Rule("F35")
    @Test
    void aWaitThatContinuesDoesSoAfterTheMinimum() {
        start("{\"ContinueExecution\": \"True\", \"MinimumWaitTimeSeconds\": \"5\"}");

        assertThat(chat.path()).isEmpty();
        chat.after(Duration.ofSeconds(5));
        assertThat(chat.path()).containsExactly("wait", "continued");
    }

    @Rule("F35")
    @Test
    void aTimeThatIsNoneFails() {
        start("{\"TimeLimitSeconds\": \"604801\"}");

        assertThat(chat.path()).containsExactly("wait", "failed");
        assertThat(chat.log().get(0).reason()).isEqualTo("TimeLimitSeconds must be a number from 1 to 604800");
    }
}
