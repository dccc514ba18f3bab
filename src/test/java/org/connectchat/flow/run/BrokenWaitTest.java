package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What happens to a chat when an action breaks while it waits. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenWaitTest {

    /** Waits, and breaks then. */
    private record BreakLater() implements ActionType {

        @Override
        public ActionShape shape() {
            return null;
        }

        @Override
        public Outcome run(Step step) {
            String where = step.text("Where");
            Instant until = step.now().plus(Duration.ofMinutes(1));
            return new Outcome.Waiting(new Pending() {
                @Override
                public @Nullable SavedWait save() {
                    return null; // it is not saved
                }

                @Override
                public String waitsFor() {
                    return where;
                }

                @Override
                public Instant until() {
                    return where.equals("due") ? until : null;
                }

                @Override
                public Outcome due(Step later) {
                    throw new IllegalStateException("meant to break");
                }

                @Override
                public Outcome message(Step later, ChatItem item) {
                    throw new IllegalStateException("meant to break");
                }

                @Override
                public Work work() {
                    if (where.equals("work")) {
                        return () -> {
                            throw new IllegalStateException("meant to break");
                        };
                    }
                    Work.Completion broken = later -> {
                        throw new IllegalStateException("meant to break");
                    };
                    return where.equals("completion") ? () -> broken : null;
                }
            });
        }
    }

    @Rule("F7")
    @ParameterizedTest
    @ValueSource(strings = {"message", "due", "completion", "work"})
    void aWaitThatBreaksFails(String where, CapturedOutput output) {
        FlowFixture chat = new FlowFixture(List.of(new BreakLater()))
                .flow("broken", """
                {"Version": "2019-10-30", "StartAction": "1", "Metadata": {}, "Actions": [
                 {"Identifier": "1", "Type": "BreakLater", "Parameters": {"Where": "%s"}, "Transitions": {
                  "NextAction": "2", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "3"}]}},
                 {"Identifier": "2", "Type": "BreakLater", "Parameters": {"Where": "never"}, "Transitions": {}},
                 {"Identifier": "3", "Type": "BreakLater", "Parameters": {"Where": "never"}, "Transitions": {}}]}""".formatted(where))
                .startAndConnect("broken");

        if (where.equals("message")) {
            chat.customerSays("Hello");
        } else {
            chat.after(Duration.ofMinutes(1));
        }

        assertThat(chat.inspector().position(chat.contact().id()).run().identifier())
                .isEqualTo("3");
        assertThat(chat.log().get(0).reason()).isEqualTo("An internal error, which the log of the emulator describes");
        assertThat(output.getAll().split("of flow .*broken.* broke", -1)).hasSize(2);
    }
}
