package org.connectchat.flow.lambda;

import java.time.Duration;

/**
 * One call of a function, as InvokeLambdaFunction describes it.
 *
 * @param functionArn the ARN of the function, a part of it, or its name; a qualifier may follow
 * @param asynchronous whether the call ends as soon as the function is accepted (rule F55)
 * @param limit the real time that all tries take together; more than 8 seconds counts as 8 (rule F56)
 * @param event the event, as JSON
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html">InvokeLambdaFunction</a>
 */
public record LambdaCall(
        String functionArn, boolean asynchronous, Duration limit, ResponseType responseType, String event) {

    private static final Duration LONGEST = Duration.ofSeconds(8);

    public LambdaCall {
        if (limit.compareTo(LONGEST) > 0) {
            limit = LONGEST;
        }
    }

    /** Without the event, which holds attributes of a customer. */
    @Override
    public String toString() {
        return "LambdaCall[" + functionArn + "]";
    }
}
