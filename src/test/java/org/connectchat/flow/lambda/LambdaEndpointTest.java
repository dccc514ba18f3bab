package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.lambda.Calls.asynchronous;
import static org.connectchat.flow.lambda.Calls.call;
import static org.connectchat.flow.lambda.Calls.data;
import static org.connectchat.flow.lambda.Calls.endpoint;
import static org.connectchat.flow.lambda.Calls.reason;
import static org.connectchat.flow.lambda.LambdaServer.result;
import static org.connectchat.flow.lambda.LambdaServer.status;

import java.net.URI;
import java.util.Map;
import org.connectchat.flow.lambda.LambdaResult.Success;
import org.connectchat.flow.lambda.LambdaServer.Request;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaEndpointTest {

    @Test
    @Rule("F57")
    void anInvocationIsAPostOfTheEventToTheArn() {
        try (LambdaServer server = new LambdaServer(result("{\"greeting\":\"Hello\"}"))) {
            LambdaResult result = Calls.at(server).invoke(call());

            assertThat(data(result)).isEqualTo("{\"greeting\":\"Hello\"}");
            Request request = server.request();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri().getRawPath())
                    .isEqualTo("/2015-03-31/functions/" + Calls.ARN.replace(":", "%3A") + "/invocations");
            assertThat(request.header("X-Amz-Invocation-Type")).isEqualTo("RequestResponse");
            assertThat(request.body()).isEqualTo(call().event());
        }
    }

    @ParameterizedTest
    @Rule("F57")
    @CsvSource({
        "arn:aws:lambda:eu-west-1:123456789012:function:greet:$LATEST, eu-west-1",
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:greet, us-gov-west-1",
        "123456789012:function:greet:live, us-east-1",
        "greet, us-east-1"
    })
    void theCallIsSignedForTheRegionOfTheArn(String function, String region) {
        try (LambdaServer server = new LambdaServer(result("{}"))) {
            assertThat(data(Calls.at(server).invoke(call(function)))).isEqualTo("{}");

            assertThat(server.request().header("Authorization"))
                    .startsWith("AWS4-HMAC-SHA256 Credential=test/")
                    .contains("/" + region + "/lambda/aws4_request");
            assertThat(server.request().uri().getPath())
                    .isEqualTo("/2015-03-31/functions/" + function + "/invocations");
        }
    }

    @Test
    @Rule("F57")
    void theSignatureIsThatOfTheRequestAsItArrives() {
        LambdaSettings settings = new LambdaSettings(null, Map.of(), "AKIDEXAMPLE", "secret", "a-token");
        try (LambdaServer server = new LambdaServer(result("{}"))) {
            Calls.functions(settings, variables -> variables.withProperty("AWS_ENDPOINT_URL", server.url() + "/aws"))
                    .invoke(call());

            Request request = server.request();
            assertThat(request.uri().getPath()).startsWith("/aws/2015-03-31/functions/");
            assertThat(request.header("X-Amz-Security-Token")).isEqualTo("a-token");
            assertThat(request.header("Authorization"))
                    .isEqualTo(SignedRequest.authorization(request, URI.create(server.url()), "AKIDEXAMPLE", "secret"));
        }
    }

    @Test
    @Rule("F57")
    void theKeyOfTheEnvironmentSignsWithoutOneInTheSettings() {
        try (LambdaServer server = new LambdaServer(result("{}"))) {
            endpoint(
                            server.url(),
                            variables -> variables
                                    .withProperty("AWS_ACCESS_KEY_ID", "AKIDOFTHEENVIRONMENT")
                                    .withProperty("AWS_SECRET_ACCESS_KEY", "secret"))
                    .invoke(call());

            assertThat(server.request().header("Authorization")).contains("Credential=AKIDOFTHEENVIRONMENT/");
        }
    }

    @Test
    @Rule("F55")
    void anAsynchronousInvocationIsAnEventAndHasNoData() {
        try (LambdaServer server = new LambdaServer(status(202, ""))) {
            LambdaResult result = Calls.at(server).invoke(asynchronous(Calls.ARN));

            assertThat(result).isEqualTo(new Success(null));
            assertThat(server.request().header("X-Amz-Invocation-Type")).isEqualTo("Event");
            assertThat(server.request().body()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    @Rule("F56")
    void anErrorOfTheFunctionIsAFailureThatRepeatsNothingOfIt() {
        try (LambdaServer server = new LambdaServer(
                status(200, "{\"errorMessage\":\"secret of Ada\"}", "X-Amz-Function-Error", "Unhandled"))) {
            assertThat(reason(Calls.at(server).invoke(call())))
                    .isEqualTo("Lambda function " + Calls.ARN + ": the function failed (X-Amz-Function-Error)");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @ValueSource(ints = {429, 500, 501, 502, 503, 504})
    void throttlingAndServerErrorsAreTriedAgain(int status) {
        try (LambdaServer server =
                new LambdaServer(status(status, "{}"), status(status, ""), result("{\"a\":\"b\"}"))) {
            assertThat(data(Calls.at(server).invoke(call()))).isEqualTo("{\"a\":\"b\"}");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    @Rule("F56")
    void theThirdTryIsTheLast() {
        try (LambdaServer server =
                new LambdaServer(status(429, "{\"Type\":\"User\"}", "x-amzn-ErrorType", "TooManyRequestsException"))) {
            assertThat(reason(Calls.at(server).invoke(call())))
                    .isEqualTo("Lambda function " + Calls.ARN + ": status 429 TooManyRequestsException");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    @Rule("F56")
    void otherErrorsAreNotTriedAgain() {
        try (LambdaServer server = new LambdaServer(
                status(404, "{\"Message\":\"of Ada\"}", "x-amzn-ErrorType", "ResourceNotFoundException"))) {
            assertThat(reason(Calls.at(server).invoke(call())))
                    .isEqualTo("Lambda function " + Calls.ARN + ": status 404 ResourceNotFoundException");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    @Rule("F57")
    void callsOfManyThreadsAndRegionsGetTheirOwnResults() {
        try (LambdaServer server = new LambdaServer(exchange -> {
            String path = exchange.getRequestURI().getPath();
            result("{\"path\":\"" + path + "\"}").to(exchange);
        })) {
            LambdaFunctions functions = Calls.at(server);

            assertThat(Simultaneously.call(100, number -> {
                        String arn = "arn:aws:lambda:eu-west-" + number % 10 + ":123456789012:function:f" + number;
                        return data(functions.invoke(call(arn))).contains(arn + "/invocations");
                    }))
                    .hasSize(100)
                    .containsOnly(true);
        }
    }

    @Test
    @Rule("F58")
    void regionsWithoutEndMakeNoClientsWithoutEnd() {
        try (LambdaServer server = new LambdaServer(result("{}"))) {
            LambdaFunctions functions = Calls.at(server);
            for (char a = 'a'; a < 'a' + 16; a++) {
                for (int digit = 0; digit < 4; digit++) {
                    String arn = "arn:aws:lambda:" + a + "a-west-" + digit + ":123456789012:function:f";
                    assertThat(data(functions.invoke(call(arn)))).isEqualTo("{}");
                }
            }

            assertThat(reason(functions.invoke(call()))).contains("64 other regions");
            assertThat(data(functions.invoke(call("arn:aws:lambda:aa-west-0:123456789012:function:f"))))
                    .isEqualTo("{}");
        }
    }
}
