package org.connectchat.flow.lambda;

import org.connectchat.flow.lambda.LambdaResult.Failure;
import org.connectchat.flow.lambda.LambdaResult.Success;
import org.connectchat.outbound.CallFailure;

/**
 * Calls AWS Lambda functions, or local servers in their place (rules F54 to F58). It blocks, so it is called without a lock
 * and on a thread that may wait.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html">Lambda functions in
 *     flows</a>
 */
public final class LambdaFunctions {

    private final FunctionRoutes routes;

    LambdaFunctions(FunctionRoutes routes) {
        this.routes = routes;
    }

    /** Calls a function. Whatever the function or the network does becomes a result. */
    public LambdaResult invoke(LambdaCall call) {
        FunctionName function = FunctionName.of(call.functionArn());
        if (function == null) {
            return new Failure("The text that names the Lambda function is neither a name nor an ARN of one");
        }
        try {
            FunctionResponse response = Tries.call(routes.to(function), call);
            response.requireSuccess();
            return new Success(call.asynchronous() ? null : ResultReader.read(response.body(), call.responseType()));
        } catch (CallFailure e) {
            return new Failure("Lambda function " + call.functionArn() + ": " + e.reason());
        }
    }
}
