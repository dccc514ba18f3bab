package org.connectchat.flow.lex;

import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says how the Lex endpoint has refused a call. */
final class LexFailure {

    private static final int MAX_MESSAGE = 200;

    private LexFailure() {}

    static String reason(AwsServiceException refused) {
        return "The Lex endpoint responded with " + refused.statusCode() + details(refused.awsErrorDetails());
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
        return before + (text.length() > MAX_MESSAGE ? UnicodeStrings.cut(text, MAX_MESSAGE) + "…" : text);
    }
}
