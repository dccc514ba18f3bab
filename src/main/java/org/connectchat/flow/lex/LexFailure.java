package org.connectchat.flow.lex;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Says why a call of the Lex endpoint has failed. */
final class LexFailure {

    private static final int MAX_MESSAGE = 200;

    private LexFailure() {}

    static String reason(RuntimeException failure, Duration timeout) {
        if (failure instanceof AwsServiceException refused) {
            return "The Lex endpoint responded with " + refused.statusCode() + details(refused.awsErrorDetails());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (failure instanceof ApiCallTimeoutException || cause instanceof SocketTimeoutException) {
            return "The Lex endpoint did not respond within " + timeout.toMillis() + " ms";
        }
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return "The Lex endpoint cannot be reached";
        }
        if (cause instanceof ResponseTooLargeException) {
            return "The response of the Lex endpoint is too large";
        }
        return "The response of the Lex endpoint cannot be read: "
                + cause.getClass().getSimpleName();
    }

    private static String details(@Nullable AwsErrorDetails details) {
        if (details == null) {
            return "";
        }
        return abbreviated(" ", details.errorCode()) + abbreviated(": ", details.errorMessage());
    }

    private static String abbreviated(String before, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return "";
        }
        return before + (text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text);
    }
}
