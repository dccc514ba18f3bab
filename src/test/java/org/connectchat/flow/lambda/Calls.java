package org.connectchat.flow.lambda;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.connectchat.flow.lambda.LambdaResult.Failure;
import org.connectchat.flow.lambda.LambdaResult.Success;
import org.springframework.mock.env.MockEnvironment;

/** Functions as the settings of a test configure them, and calls of them. */
final class Calls {

    static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:greet";

    private static final Duration ENOUGH = Duration.ofSeconds(8);

    private Calls() {}

    static LambdaFunctions at(LambdaServer server) {
        return endpoint(server.url(), variables -> variables);
    }

    static LambdaFunctions endpoint(String url, UnaryOperator<MockEnvironment> variables) {
        return functions(
                new LambdaSettings(url == null ? null : URI.create(url), Map.of(), null, null, null), variables);
    }

    static LambdaFunctions mapped(Map<String, String> urls, LambdaServer endpoint) {
        Map<String, URI> functions = new LinkedHashMap<>();
        urls.forEach((name, url) -> functions.put(name, URI.create(url)));
        URI other = endpoint == null ? null : URI.create(endpoint.url());
        return functions(new LambdaSettings(other, functions, null, null, null), variables -> variables);
    }

    static LambdaFunctions functions(LambdaSettings settings, UnaryOperator<MockEnvironment> variables) {
        return new LambdaFunctions(new FunctionRoutes(settings, variables.apply(new MockEnvironment()), "us-east-1"));
    }

    static LambdaCall call() {
        return call(ARN);
    }

    static LambdaCall call(String function) {
        return new LambdaCall(function, false, ENOUGH, ResponseType.STRING_MAP, "{\"Name\":\"ContactFlowEvent\"}");
    }

    static LambdaCall json() {
        return new LambdaCall(ARN, false, ENOUGH, ResponseType.JSON, "{}");
    }

    static LambdaCall asynchronous(String function) {
        return new LambdaCall(function, true, ENOUGH, ResponseType.STRING_MAP, "{\"a\":1}");
    }

    static LambdaCall within(Duration limit) {
        return new LambdaCall(ARN, false, limit, ResponseType.STRING_MAP, "{}");
    }

    /** The data of a success, as JSON. */
    static String data(LambdaResult result) {
        if (result instanceof Success success && success.data() != null) {
            return success.data().toString();
        }
        throw new AssertionError(result);
    }

    static String reason(LambdaResult result) {
        if (result instanceof Failure failure) {
            return failure.reason();
        }
        throw new AssertionError(result);
    }
}
