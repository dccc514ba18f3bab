package org.connectchat.control.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.control.ControlProblem;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.context.request.async.DeferredResult;

/** Shows that what ends a wait is not earlier than the wait: calls that a flow has begun are over first. */
class FlowContinuationTest {

    /** Calls something, during which the test acts. */
    private static final class Call implements ActionType {

        private final List<Runnable> during = new ArrayList<>();

        @Override
        public ActionShape shape() {
            return ActionShape.of();
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
                    return "the call";
                }

                @Override
                public Work work() {
                    return () -> {
                        during.forEach(Runnable::run);
                        return later -> Outcome.success();
                    };
                }
            });
        }
    }

    /** Waits for a minute. */
    private record Pause() implements ActionType {

        @Override
        public ActionShape shape() {
            return ActionShape.of();
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

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "call", "Metadata": {}, "Actions": [
             {"Identifier": "call", "Type": "Call", "Parameters": {}, "Transitions": {"NextAction": "pause"}},
             {"Identifier": "pause", "Type": "Pause", "Parameters": {}, "Transitions": {"NextAction": "again"}},
             {"Identifier": "again", "Type": "Call", "Parameters": {}, "Transitions": {"NextAction": "stand"}},
             {"Identifier": "stand", "Type": "Pause", "Parameters": {}, "Transitions": {"NextAction": "stand"}}]}""";

    private final Call call = new Call();
    private final FlowFixture chat = new FlowFixture(List.of(call, new Pause()));
    private final Delays delays = new Delays();
    private final FlowContinuation continuation = new FlowContinuation(chat.inspector(), delays);

    @AfterEach
    void close() {
        delays.close();
    }

    private DeferredResult<FlowView> goOn() {
        return continuation.begin(chat.contact().id());
    }

    private static String stands(DeferredResult<FlowView> result) {
        return ((FlowView) result.getResult()).run().identifier();
    }

    @Test
    @Rule("F80")
    void aCallUnderWayIsOverBeforeTheWaitEnds() {
        List<DeferredResult<FlowView>> results = new ArrayList<>();
        List<Boolean> early = new ArrayList<>();
        call.during.add(() -> {
            if (results.isEmpty()) {
                results.add(goOn());
                early.add(results.get(0).hasResult());
            }
        });

        chat.flow("f", FLOW).startAndConnect("f");

        assertThat(early).containsExactly(false);
        assertThat(stands(results.get(0))).isEqualTo("stand");
        assertThat(chat.path()).containsExactly("call", "pause", "again");
    }

    @Test
    @Rule("F80")
    void theResponseComesWhenTheCallsAreOverThatFollow() {
        chat.flow("f", FLOW).startAndConnect("f");
        DeferredResult<FlowView> result = goOn();

        assertThat(result.hasResult()).isFalse();
        chat.settle();

        assertThat(stands(result)).isEqualTo("stand");
    }

    @Test
    @Rule("F80")
    void aFlowThatHasNotBegunDoesNotWait() {
        chat.flow("f", FLOW).start("f");

        assertThat(goOn().getResult())
                .isInstanceOfSatisfying(
                        ControlProblem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(409));
    }

    @Test
    @Rule("F80")
    void aCallThatIsNeverOverIsAConflictWhenTheEmulatorStops() {
        List<DeferredResult<FlowView>> results = new ArrayList<>();
        call.during.add(() -> {
            results.add(goOn());
            delays.stop();
        });

        chat.flow("f", FLOW).startAndConnect("f");

        assertThat(results.get(0).getResult())
                .isInstanceOfSatisfying(
                        ControlProblem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(409));
        assertThat(chat.path()).containsExactly("call");
    }
}
