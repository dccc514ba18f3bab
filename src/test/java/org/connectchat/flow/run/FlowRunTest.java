package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How actions follow each other, with action types of the test's own. */
class FlowRunTest {

    /** Says its text. */
    private record Say() implements ActionType {

        @Override
        public ActionShape shape() {
            return null;
        }

        @Override
        public Outcome run(Step step) {
            step.chat().say(step.text("Text"));
            return Outcome.success();
        }
    }

    /** Waits for a minute, or for the customer, who gives the result. */
    private record Listen() implements ActionType {

        @Override
        public ActionShape shape() {
            return null;
        }

        @Override
        public Outcome run(Step step) {
            Instant until = step.now().plus(Duration.ofMinutes(1));
            return new Outcome.Waiting(new Pending() {
                @Override
                public @Nullable SavedWait save() {
                    return null; // it is not saved
                }

                @Override
                public String waitsFor() {
                    return "the customer";
                }

                @Override
                public Instant until() {
                    return until;
                }

                @Override
                public Outcome due(Step later) {
                    return Outcome.failure("Late", "The customer has sent nothing");
                }

                @Override
                public Outcome message(Step later, ChatItem item) {
                    return Outcome.result(item.content());
                }
            });
        }
    }

    /** Works without a lock, and says what the work found. */
    private static final class Call implements ActionType {

        private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

        @Override
        public ActionShape shape() {
            return null;
        }

        @Override
        public Outcome run(Step step) {
            return new Outcome.Waiting(new Pending() {
                @Override
                public @Nullable SavedWait save() {
                    return null; // it is not saved
                }

                @Override
                public String waitsFor() {
                    return "the work";
                }

                @Override
                public Work work() {
                    return () -> {
                        meanwhile.get().run();
                        return later -> {
                            later.chat().say("done");
                            return Outcome.success();
                        };
                    };
                }
            });
        }
    }

    /** Breaks. */
    private record Break() implements ActionType {

        @Override
        public ActionShape shape() {
            return null;
        }

        @Override
        public Outcome run(Step step) {
            throw new IllegalStateException("meant to break");
        }
    }

    private final Call call = new Call();
    private final FlowFixture chat = new FlowFixture(List.of(new Say(), new Listen(), call, new Break()));

    private static String flow(String... actions) {
        return """
                {"Version": "2019-10-30", "StartAction": "1", "Metadata": {}, "Actions": [%s]}""".formatted(String.join(",", actions));
    }

    private static String say(String identifier, String text, String next) {
        return """
                {"Identifier": "%s", "Type": "Say", "Parameters": {"Text": "%s"}, "Transitions": %s}""".formatted(identifier, text, next == null ? "{}" : "{\"NextAction\": \"" + next + "\"}");
    }

    private static String listen(String identifier, String yes, String otherwise) {
        return """
                {"Identifier": "%s", "Type": "Listen", "Transitions": {
                  "NextAction": "%s",
                  "Conditions": [{"NextAction": "%s", "Condition": {"Operator": "Equals", "Operands": ["yes"]}}],
                  "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "%s"}]}}""".formatted(identifier, otherwise, yes, otherwise);
    }

    @Rule({"F38", "F6"})
    @Test
    void theFlowBeginsWhenTheCustomerConnectsAndFollowsItsTransitions() {
        chat.flow(
                "greet",
                flow(say("1", "Hello", "2"), listen("2", "3", "4"), say("3", "Yes", "2"), say("4", "No", "2")));

        chat.start("greet");
        assertThat(chat.said()).isEmpty();

        chat.connect();
        assertThat(chat.said()).containsExactly("Hello");

        chat.customerSays("yes").customerSays("no");
        assertThat(chat.said()).containsExactly("Hello", "Yes", "No");
        assertThat(chat.path()).containsExactly("1", "2", "3", "2", "4");
    }

    @Rule("F41")
    @Test
    void aFlowThatRunsOffItsEndEndsTheChat() {
        chat.flow("short", flow(say("1", "Bye", null))).startAndConnect("short");

        assertThat(chat.contact().isActive()).isFalse();
        assertThat(chat.contact().timeline().disconnectReason()).isEqualTo(DisconnectReason.CONTACT_FLOW_DISCONNECT);
        assertThat(chat.items().get(chat.items().size() - 1).contentType()).endsWith("chat.ended");
    }

    @Rule({"F6", "F80"})
    @Test
    void aWaitEndsAtItsMomentAndTakesTheEntryForAllErrors() {
        chat.flow("wait", flow(listen("1", "1", "2"), say("2", "Late", "1"))).startAndConnect("wait");

        chat.after(Duration.ofSeconds(59));
        assertThat(chat.said()).isEmpty();

        chat.after(Duration.ofSeconds(1));
        assertThat(chat.said()).containsExactly("Late");
        assertThat(chat.log().get(0).reason()).isEqualTo("The customer has sent nothing");
    }

    @Rule("F81")
    @Test
    void aCycleWithoutAWaitEndsTheChat() {
        chat.flow("cycle", flow(say("1", "again", "1"))).startAndConnect("cycle");

        assertThat(chat.said()).hasSize(1_000);
        assertThat(chat.contact().timeline().disconnectReason()).isEqualTo(DisconnectReason.SYSTEM_ERROR);
        assertThat(chat.log().get(chat.log().size() - 1).outcome()).isEqualTo("SYSTEM_ERROR");
    }

    @Rule("F82")
    @Test
    void workThatEndsAfterTheChatSaysNothing() {
        call.meanwhile.set(() -> chat.presence().disconnect(chat.customer()));
        chat.flow("late", flow("""
                {"Identifier": "1", "Type": "Call", "Transitions": {"NextAction": "2"}}""", say("2", "never", null)));

        chat.startAndConnect("late");

        assertThat(chat.said()).isEmpty();
        assertThat(chat.contact().timeline().disconnectReason()).isEqualTo(DisconnectReason.CUSTOMER_DISCONNECT);
    }

    @Rule("F45")
    @Test
    void anAgentThatJoinsBreaksTheFlowOff() {
        chat.flow("wait", flow(listen("1", "1", "2"), say("2", "Late", "1"))).startAndConnect("wait");

        chat.agentJoins("Grace");
        chat.after(Duration.ofMinutes(2)).customerSays("yes");

        assertThat(chat.said()).isEmpty();
        assertThat(chat.contact().isActive()).isTrue();
    }

    @Rule("F7")
    @Test
    void anActionThatBreaksFails() {
        chat.flow("broken", flow("""
                {"Identifier": "1", "Type": "Break", "Transitions": {
                  "NextAction": "2", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "3"}]}}""", say("2", "never", null), say("3", "sorry", null)));

        chat.startAndConnect("broken");

        assertThat(chat.said()).containsExactly("sorry");
        assertThat(chat.log().get(0).reason()).isEqualTo("An internal error, which the log of the emulator describes");
    }

    @Rule("F81")
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theLogNamesTheActionsOfACycleAndNoOthers(CapturedOutput output) {
        chat.flow("cycle", flow(say("1", "once", "2"), say("2", "again", "3"), say("3", "again", "2")))
                .startAndConnect("cycle");

        FlowLogEntry last = chat.log().get(chat.log().size() - 1);
        assertThat(last.reason())
                .contains("1000 actions", "SYSTEM_ERROR")
                .containsPattern("\\[(3 of .*cycle.*, 2|2 of .*cycle.*, 3) of .*cycle.*\\]")
                .doesNotContain("1 of ");
        assertThat(last.nextAction()).isNull();
        assertThat(output.getAll()).containsPattern("latest ones were \\[. of .*cycle.*, . of ");
    }

    @Rule("F81")
    @Test
    void atMostTenActionsOfACycleAreNamed() {
        String[] steps = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> say(String.valueOf(i), "again", String.valueOf(i % 40 + 1)))
                .toArray(String[]::new);
        chat.flow("cycle", flow(steps)).startAndConnect("cycle");

        assertThat(chat.log().get(chat.log().size() - 1).reason().split(" of ", -1))
                .hasSize(11);
    }

    @Rule("F79")
    @Test
    void theFlowLogCutsNoCharacterInHalf() {
        chat.flow("long", flow(say("1", "x" + "👋".repeat(600), null))).startAndConnect("long");

        assertThat(chat.log().get(0).parameters()).containsEntry("Text", "x" + "👋".repeat(511));
    }
}
