package org.connectchat.flow.action.course;

import java.util.function.Supplier;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.lambda.LambdaCall;
import org.connectchat.flow.lambda.LambdaFunctions;
import org.connectchat.flow.lambda.LambdaResult;
import org.connectchat.flow.state.SavedWait;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Waits for a function, which is called without a lock. */
record FunctionCall(LambdaFunctions functions, Supplier<LambdaCall> call, String function) implements Pending {

    @Override
    public String waitsFor() {
        return "the Lambda function " + function;
    }

    /** The action has done nothing before the call: it runs again after a load, and calls again. */
    @Override
    public @Nullable SavedWait save() {
        return null;
    }

    @Override
    public Work work() {
        return () -> {
            LambdaResult result = functions.invoke(call.get());
            return step -> outcome(step, result);
        };
    }

    private static Outcome outcome(Step step, LambdaResult result) {
        if (result instanceof LambdaResult.Failure failure) {
            return Outcome.failure(failure.reason());
        }
        ObjectNode data = result instanceof LambdaResult.Success success ? success.data() : null;
        if (data != null) {
            step.data().setExternal(data);
        }
        return Outcome.success();
    }
}
