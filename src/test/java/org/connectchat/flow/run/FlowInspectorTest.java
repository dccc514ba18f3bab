package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.log.FlowWatch;
import org.connectchat.flow.run.FlowPosition.State;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where flows stand, and who is told of their actions. */
class FlowInspectorTest {

    /** Waits for a minute. */
    private record Pause() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            Instant until = step.now().plus(Duration.ofMinutes(1));
            step.chat().data().setHook(Hook.CUSTOMER_QUEUE, "queue-flow");
            return new Outcome.Waiting(new Pending() {
                @Override
                public @Nullable SavedWait save() {
                    return null; // it is not saved
                }

                @Override
                public String waitsFor() {
                    return "a minute";
                }

                @Override
                public Instant until() {
                    return until;
                }

                @Override
                public Outcome due(Step later) {
                    return Outcome.success();
                }
            });
        }
    }

    /** Invokes a module. */
    private record Invoke() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
        }

        @Override
        public Outcome run(Step step) {
            var module = step.chat().source().module(FlowFixture.INSTANCE_ID, "a-module", null);
            return new Outcome.Invoke(module, JsonNodeFactory.instance.objectNode());
        }
    }

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "1", "Metadata": {}, "Actions": [
             {"Identifier": "1", "Type": "%s", "Parameters": {}, "Transitions": {"NextAction": "2"}},
             {"Identifier": "2", "Type": "Pause", "Parameters": {}, "Transitions": {}}]}""";

    private final FlowFixture chat = new FlowFixture(List.of(new Pause(), new Invoke()))
            .flow("pauses", FLOW.formatted("Pause"))
            .flow("invokes", FLOW.formatted("Invoke"))
            .module("a-module", FLOW.formatted("Pause"));
    private final FlowInspector inspector = chat.inspector();

    private FlowPosition position() {
        return inspector.position(chat.contact().id());
    }

    @Test
    @Rule("F80")
    void thePositionFollowsTheFlow() {
        chat.start("pauses");
        assertThat(position().state()).isEqualTo(State.NOT_BEGUN);

        chat.connect();
        FlowPosition first = position();
        assertThat(first.state()).isEqualTo(State.WAITING);
        assertThat(first.run().identifier()).isEqualTo("1");
        assertThat(first.run().waitsFor()).isEqualTo("a minute");
        assertThat(first.run().until()).isEqualTo(FlowFixture.START.plusSeconds(60));
        assertThat(first.hooks()).containsExactly(Map.entry("CustomerQueue", "queue-flow"));

        assertThat(inspector.goOn(chat.contact().id())).isTrue();
        assertThat(position().run().identifier()).isEqualTo("2");

        chat.after(Duration.ofMinutes(1));
        assertThat(position().state()).isEqualTo(State.ENDED);
        assertThat(inspector.goOn(chat.contact().id())).isFalse();
    }

    @Test
    @Rule("F80")
    void aFlowInAModuleStandsInTheModule() {
        chat.startAndConnect("invokes");

        assertThat(position().run().flowId()).isEqualTo("a-module");
        assertThat(position().run().depth()).isEqualTo(1);
    }

    @Test
    @Rule("F80")
    void anAgentThatJoinsEndsTheFlow() {
        chat.startAndConnect("pauses");

        chat.agentJoins("Grace");

        assertThat(position().state()).isEqualTo(State.ENDED);
        assertThat(position().run()).isNull();
    }

    @Test
    @Rule("F80")
    void anUnknownContactHasNoFlow() {
        assertThat(inspector.position("nothing")).isNull();
        assertThat(inspector.log("nothing")).isNull();
        assertThat(inspector.goOn("nothing")).isFalse();
        assertThat(inspector.watch("nothing", entry -> true, entry -> {})).isNull();
    }

    @Test
    @Rule("F80")
    void everyWatchIsToldOnceWheneverItBegins() {
        chat.startAndConnect("pauses");
        String contactId = chat.contact().id();
        Queue<Long> told = new ConcurrentLinkedQueue<>();

        Simultaneously.call(
                40,
                number -> number == 20
                        ? inspector.goOn(contactId)
                        : inspector.watch(
                                contactId, entry -> entry.identifier().equals("1"), entry -> told.add(entry.number())));
        chat.settle();

        assertThat(told).hasSize(39).containsOnly(1L);
    }

    @Test
    @Rule("F80")
    void aWatchIsToldOfTheEndUnlessItIsDismissed() {
        chat.startAndConnect("pauses");
        String contactId = chat.contact().id();
        List<FlowLogEntry> told = new ArrayList<>();
        inspector.watch(contactId, entry -> false, told::add);
        FlowWatch dismissed = inspector.watch(contactId, entry -> false, told::add);
        inspector.dismiss(contactId, dismissed);

        chat.after(Duration.ofMinutes(1)).after(Duration.ofMinutes(1));

        assertThat(told).hasSize(1).containsOnlyNulls();
    }
}
