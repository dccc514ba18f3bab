package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.lambda.ContactEvent;
import org.connectchat.flow.lambda.LambdaCall;
import org.connectchat.flow.lambda.LambdaFunctions;
import org.connectchat.flow.lambda.ResponseType;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/**
 * Calls an AWS Lambda function; its result replaces {@code $.External} (rules F52 to F58).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html">InvokeLambdaFunction</a>
 */
final class InvokeLambdaFunction implements ActionType {

    private static final int MAX_SECONDS = 8;
    private static final String VALIDATION = "ResponseValidation";
    private static final String SYNCHRONOUS = "SYNCHRONOUS";
    private static final String ASYNCHRONOUS = "ASYNCHRONOUS";
    private static final ActionShape SHAPE = ActionShape.of()
            .text("LambdaFunctionARN")
            .fixed("InvocationTimeLimitSeconds", 1, MAX_SECONDS)
            .textMap("LambdaInvocationAttributes")
            .words("InvocationType", SYNCHRONOUS, ASYNCHRONOUS)
            .object(VALIDATION, ActionShape.of().words("ResponseType", "STRING_MAP", "JSON"))
            .required("LambdaFunctionARN", "InvocationTimeLimitSeconds")
            .errors(NO_MATCHING_ERROR);

    private final LambdaFunctions functions;

    InvokeLambdaFunction(LambdaFunctions functions) {
        this.functions = functions;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String function = step.text("LambdaFunctionARN");
        Duration limit = limit(step.fixed("InvocationTimeLimitSeconds"));
        ResponseType responseType = responseType(step.object(VALIDATION).fixed("ResponseType"));
        String type = step.has("InvocationType") ? step.fixed("InvocationType") : SYNCHRONOUS;
        boolean isAsynchronous = ASYNCHRONOUS.equalsIgnoreCase(type);
        if (function == null || function.isEmpty()) {
            return Outcome.failure("LambdaFunctionARN has no value");
        }
        if (limit == null) {
            return Outcome.failure("InvocationTimeLimitSeconds must be a number of 1 or more");
        }
        if (responseType == null) {
            return Outcome.failure("ResponseType must be STRING_MAP or JSON");
        }
        if (!isAsynchronous && !SYNCHRONOUS.equalsIgnoreCase(type)) {
            return Outcome.failure("InvocationType must be SYNCHRONOUS or ASYNCHRONOUS");
        }
        Map<String, String> parameters = step.texts("LambdaInvocationAttributes");
        ContactEvent event = ContactEvents.of(step);
        return new Outcome.Waiting(new FunctionCall(
                functions,
                () -> new LambdaCall(function, isAsynchronous, limit, responseType, event.toJson(parameters)),
                function));
    }

    /** More than the maximum counts as the maximum; so does an absent limit. */
    private static @Nullable Duration limit(@Nullable String text) {
        Long seconds = text == null ? Long.valueOf(MAX_SECONDS) : ReferenceValues.wholeNumber(text);
        return seconds == null || seconds < 1 ? null : Duration.ofSeconds(Math.min(seconds, MAX_SECONDS));
    }

    private static @Nullable ResponseType responseType(@Nullable String word) {
        return switch (word == null ? "STRING_MAP" : word.toUpperCase(Locale.ROOT)) {
            case "STRING_MAP" -> ResponseType.STRING_MAP;
            case "JSON" -> ResponseType.JSON;
            default -> null;
        };
    }
}
