package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.lambda.Calls.ARN;
import static org.connectchat.flow.lambda.Calls.asynchronous;
import static org.connectchat.flow.lambda.Calls.call;
import static org.connectchat.flow.lambda.Calls.data;
import static org.connectchat.flow.lambda.Calls.endpoint;
import static org.connectchat.flow.lambda.Calls.mapped;
import static org.connectchat.flow.lambda.Calls.reason;
import static org.connectchat.flow.lambda.LambdaServer.result;
import static org.connectchat.flow.lambda.LambdaServer.status;

import java.util.Map;
import org.connectchat.flow.lambda.LambdaResult.Success;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls go, and URLs that stand for functions. */
class FunctionUrlTest {

    @ParameterizedTest
    @Rule("F57")
    @ValueSource(ints = {200, 201, 299})
    void theEventIsPostedAsItIsAndTheBodyOfASuccessIsTheResult(int status) {
        try (LambdaServer function = new LambdaServer(status(status, "{\"a\":\"b\"}"))) {
            LambdaFunctions functions = mapped(Map.of("greet", function.url() + "/path?key=1"), null);

            assertThat(data(functions.invoke(call()))).isEqualTo("{\"a\":\"b\"}");
            assertThat(function.request().method()).isEqualTo("POST");
            assertThat(function.request().uri()).hasToString("/path?key=1");
            assertThat(function.request().header("Content-Type")).isEqualTo("application/json");
            assertThat(function.request().body()).isEqualTo(call().event());
        }
    }

    @Test
    @Rule({"F56", "F57"})
    void anotherStatusIsAFailureAndThrottlingAndServerErrorsAreTriedAgain() {
        try (LambdaServer function =
                new LambdaServer(status(400, "{}"), status(503, ""), status(429, ""), result("{}"))) {
            LambdaFunctions functions = mapped(Map.of("greet", function.url()), null);

            assertThat(reason(functions.invoke(call()))).endsWith(": status 400");
            assertThat(function.requests()).hasSize(1);
            assertThat(data(functions.invoke(call()))).isEqualTo("{}");
            assertThat(function.requests()).hasSize(4);
        }
    }

    @Test
    @Rule({"F56", "F57"})
    void anErrorOfTheFunctionIsAFailure() {
        try (LambdaServer function = new LambdaServer(status(200, "{}", "X-Amz-Function-Error", "Handled"))) {
            assertThat(reason(mapped(Map.of("greet", function.url()), null).invoke(call())))
                    .endsWith("the function failed (X-Amz-Function-Error)");
        }
    }

    @Test
    @Rule("F55")
    void anAsynchronousCallHasNoData() {
        try (LambdaServer function = new LambdaServer(result("no JSON"))) {
            assertThat(mapped(Map.of("greet", function.url()), null).invoke(asynchronous(ARN)))
                    .isEqualTo(new Success(null));
            assertThat(function.request().header("X-Amz-Invocation-Type")).isEqualTo("Event");
        }
    }

    @ParameterizedTest
    @Rule("F57")
    @CsvSource({
        "greet,                                                       arn:aws:lambda:eu-west-1:123456789012:function:greet",
        "greet,                                                       arn:aws:lambda:eu-west-1:123456789012:function:greet:live",
        "greet,                                                       123456789012:function:greet",
        "greet,                                                       greet:$LATEST",
        "arn:aws:lambda:eu-west-1:123456789012:function:greet,        greet",
        "arn:aws:lambda:eu-west-1:123456789012:function:greet:live,   arn:aws:lambda:eu-west-1:123456789012:function:greet",
        "123456789012:function:greet,                                 arn:aws:lambda:eu-west-1:123456789012:function:greet",
        "Greet-Customer,                                              greet-customer",
        "greetcustomer,                                               greet_customer",
    })
    void aFunctionIsMappedByItsNameOrItsArn(String key, String called) {
        try (LambdaServer function = new LambdaServer(result("{}"));
                LambdaServer endpoint = new LambdaServer(result("{\"of\":\"the endpoint\"}"))) {
            assertThat(data(mapped(Map.of(key, function.url()), endpoint).invoke(call(called))))
                    .isEqualTo("{}");
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @Rule("F57")
    @CsvSource({
        "greet,                                                greeting",
        "arn:aws:lambda:eu-west-1:123456789012:function:greet, arn:aws:lambda:us-east-1:123456789012:function:greet",
        "123456789012:function:greet,                          999999999999:function:greet",
    })
    void aFunctionOfAnotherNameGoesToTheEndpoint(String key, String called) {
        try (LambdaServer function = new LambdaServer(result("{}"));
                LambdaServer endpoint = new LambdaServer(result("{\"of\":\"the endpoint\"}"))) {
            assertThat(data(mapped(Map.of(key, function.url()), endpoint).invoke(call(called))))
                    .contains("the endpoint");
            assertThat(function.requests()).isEmpty();
        }
    }

    @Test
    @Rule("F57")
    void theKeyThatSaysMostAboutAFunctionIsUsed() {
        try (LambdaServer precise = new LambdaServer(result("{}"));
                LambdaServer vague = new LambdaServer(result("{\"vague\":true}"))) {
            LambdaFunctions functions =
                    mapped(Map.of("greet", vague.url(), ARN, precise.url(), "GREET", vague.url()), null);

            assertThat(data(functions.invoke(call()))).isEqualTo("{}");
        }
    }

    @Test
    @Rule({"F57", "F58"})
    void withoutAnyConfigurationNothingIsCalledAndTheReasonNamesTheArnAndTheSettings() {
        assertThat(reason(endpoint(null, variables -> variables).invoke(call())))
                .isEqualTo(
                        "Lambda function " + ARN + ": not configured; set emulator.flows.lambda.functions.greet to the"
                                + " URL of the function, or emulator.flows.lambda.endpoint to that of a Lambda endpoint");
    }

    @ParameterizedTest
    @Rule("F58")
    @ValueSource(
            strings = {
                "http://localhost:1/steal",
                "localhost:8080/path",
                "arn:aws:lambda:evil.example:123456789012:function:greet",
                "arn:aws:s3:eu-west-1:123456789012:function:greet",
                "../../other",
                "greet/invocations?x=",
                "",
                "name with blanks"
            })
    void aTextThatNamesNoFunctionCallsNothingAndIsNotRepeated(String text) {
        try (LambdaServer endpoint = new LambdaServer(result("{}"))) {
            assertThat(reason(Calls.at(endpoint).invoke(call(text))))
                    .isEqualTo("The text that names the Lambda function is neither a name nor an ARN of one");
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    @Test
    @Rule({"F57", "F58"})
    void theVariablesOfAwsClientsNameTheEndpointUnlessTheSettingDoes() {
        try (LambdaServer specific = new LambdaServer(result("{\"of\":\"AWS_ENDPOINT_URL_LAMBDA\"}"));
                LambdaServer general = new LambdaServer(result("{\"of\":\"AWS_ENDPOINT_URL\"}"));
                LambdaServer setting = new LambdaServer(result("{\"of\":\"the setting\"}"))) {
            assertThat(data(endpoint(null, variables -> variables.withProperty("AWS_ENDPOINT_URL", general.url()))
                            .invoke(call())))
                    .contains("\"AWS_ENDPOINT_URL\"");
            assertThat(data(endpoint(
                                    null,
                                    variables -> variables
                                            .withProperty("AWS_ENDPOINT_URL", general.url())
                                            .withProperty("AWS_ENDPOINT_URL_LAMBDA", specific.url()))
                            .invoke(call())))
                    .contains("AWS_ENDPOINT_URL_LAMBDA");
            assertThat(data(endpoint(
                                    setting.url(),
                                    variables -> variables.withProperty("AWS_ENDPOINT_URL_LAMBDA", specific.url()))
                            .invoke(call())))
                    .contains("the setting");
        }
    }

    @ParameterizedTest
    @Rule("F58")
    @CsvSource({
        "::, must be an http or https URL",
        "ftp://host, must be an http or https URL",
        "http://, must be an http"
    })
    void aVariableWithoutAUsableUrlIsNamed(String url, String problem) {
        assertThat(reason(endpoint(null, variables -> variables.withProperty("AWS_ENDPOINT_URL", url))
                        .invoke(call())))
                .contains(": AWS_ENDPOINT_URL " + problem);
    }
}
