package org.connectchat.flow.lambda;

/**
 * The form that the result of a function must have (rule F54).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html">InvokeLambdaFunction</a>
 */
public enum ResponseType {
    /** A flat JSON object of strings. Numbers and booleans become strings. */
    STRING_MAP,
    /** Any JSON object. */
    JSON
}
