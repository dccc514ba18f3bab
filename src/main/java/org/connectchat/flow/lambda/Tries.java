package org.connectchat.flow.lambda;

import java.time.Duration;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.TimeLimit;

/** Calls a function again when it is throttled or its service fails, at most three times in all (rule F56). */
final class Tries {

    private static final int MAXIMUM = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private Tries() {}

    static FunctionResponse call(FunctionRoute route, LambdaCall call) throws CallFailure {
        TimeLimit limit = new TimeLimit(call.limit());
        Duration pause = FIRST_PAUSE;
        FunctionResponse response = route.call(call, limit);
        for (int tries = 1; tries < MAXIMUM && response.isTransient(); tries++) {
            if (limit.left().compareTo(pause) <= 0) {
                return response;
            }
            rest(pause);
            pause = pause.multipliedBy(2);
            response = route.call(call, limit);
        }
        return response;
    }

    private static void rest(Duration pause) throws CallFailure {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure("the call was interrupted", e);
        }
    }
}
