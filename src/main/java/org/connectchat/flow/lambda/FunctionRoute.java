package org.connectchat.flow.lambda;

import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.TimeLimit;

/** A way to a function. */
interface FunctionRoute {

    /**
     * Calls the function once.
     *
     * @throws CallFailure if there is no whole response within the limit
     */
    FunctionResponse call(LambdaCall call, TimeLimit limit) throws CallFailure;
}
