package org.connectchat.flow.lambda;

import java.util.regex.Pattern;
import org.connectchat.outbound.CallFailure;
import org.jspecify.annotations.Nullable;

/**
 * The response of a function, or of the service in its place.
 *
 * @param failed whether the function itself failed
 * @param error the code of the service's error, or null
 */
@SuppressWarnings("ArrayRecordComponent") // responses are not compared
record FunctionResponse(
        int status, boolean failed, @Nullable String error, byte[] body) {

    private static final int THROTTLED = 429;
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,64}");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether another try may lead to another response (rule F56). */
    boolean isTransient() {
        return status == THROTTLED || status >= 500;
    }

    /** Requires the success of the service and of the function. */
    void requireSuccess() throws CallFailure {
        if (!isSuccess()) {
            throw new CallFailure("status " + status + code() + (isRedirect() ? "; redirects are not followed" : ""));
        }
        if (failed) {
            throw new CallFailure("the function failed (X-Amz-Function-Error)");
        }
    }

    private boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** A code of another form may be any text. */
    private String code() {
        return error != null && CODE.matcher(error).matches() ? " " + error : "";
    }
}
