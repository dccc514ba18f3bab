package org.connectchat.flow.action.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Waiting;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a function may take, which {@code FailingFunctionsTest} lets pass for real. */
class TimeLimitOfFunctionsTest {

    /** Runs the action, and keeps the time limit of the call that it begins. */
    private static final class Limits implements ActionType {

        private final InvokeLambdaFunction invoke = new InvokeLambdaFunction(Functions.none());
        private final List<Duration> limits = new ArrayList<>();

        @Override
        public String name() {
            return invoke.name();
        }

        @Override
        public ActionShape shape() {
            return invoke.shape();
        }

        @Override
        public Outcome run(Step step) {
            Outcome outcome = invoke.run(step);
            if (outcome instanceof Waiting waiting && waiting.pending() instanceof FunctionCall call) {
                limits.add(call.call().get().limit());
            }
            return outcome;
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"LambdaFunctionARN\": \"greet\"}'                                      | 8",
                "'{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"8\"}'  | 8",
                "'{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": \"9\"}'  | 8",
                "'{\"LambdaFunctionARN\": \"greet\", \"InvocationTimeLimitSeconds\": 3}'    | 3"
            })
    void itIsTheOneOfTheActionAndEightSecondsAtMost(String parameters, int seconds) {
        Limits limits = new Limits();

        new FlowFixture(List.of(limits))
                .flow(
                        "f",
                        new FlowText()
                                .action("call", "InvokeLambdaFunction", parameters, "call")
                                .json())
                .startAndConnect("f");

        assertThat(limits.limits).containsExactly(Duration.ofSeconds(seconds));
    }
}
