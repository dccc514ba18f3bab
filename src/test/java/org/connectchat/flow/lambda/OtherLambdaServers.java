package org.connectchat.flow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.lambda.Calls.asynchronous;
import static org.connectchat.flow.lambda.Calls.data;
import static org.connectchat.flow.lambda.Calls.endpoint;
import static org.connectchat.flow.lambda.Calls.reason;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.connectchat.flow.lambda.LambdaResult.Success;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * Calls servers of others that run or play functions; not part of the build. Each test runs if a property names its server:
 *
 * <ul>
 *   <li>{@code moto_server -p 5000}, then {@code -Dlambda.moto=http://localhost:5000}
 *   <li>{@code serverless offline} with a service {@code greetings} whose function {@code greet} returns
 *       <code>{greeting: 'Hello ' + event.Details.Parameters.name, count: 3}</code> and whose function {@code fail} throws;
 *       then {@code -Dlambda.offline=http://localhost:3002}
 * </ul>
 */
class OtherLambdaServers {

    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:echo";
    private static final String EVENT = "{\"greeting\":\"Hello\",\"count\":3}";

    private static LambdaCall call(String function, String event) {
        return new LambdaCall(function, false, Duration.ofSeconds(8), ResponseType.STRING_MAP, event);
    }

    @Test
    @EnabledIfSystemProperty(named = "lambda.moto", matches = "http.*")
    void motoRunsAFunctionByItsArn() throws Exception {
        URI moto = URI.create(System.getProperty("lambda.moto"));
        create(moto);
        LambdaFunctions functions = endpoint(moto.toString(), variables -> variables);

        for (String function : new String[] {ARN, ARN + ":$LATEST", "echo", "123456789012:function:echo"}) {
            assertThat(data(functions.invoke(call(function, EVENT))))
                    .as(function)
                    .isEqualTo("{\"greeting\":\"Hello\",\"count\":\"3\"}");
        }
        assertThat(functions.invoke(asynchronous(ARN))).isEqualTo(new Success(null));
    }

    /** Moto without Docker returns the event itself. */
    private static void create(URI moto) throws Exception {
        post(moto.resolve("/moto-api/reset"), "");
        post(moto.resolve("/moto-api/config"), "{\"lambda\":{\"use_docker\":false}}");
        String trust = URLEncoder.encode("{\"Statement\":[]}", UTF_8);
        post(moto, "Version=2010-05-08&Action=CreateRole&RoleName=any&AssumeRolePolicyDocument=" + trust);
        try (LambdaClient lambda = LambdaClient.builder()
                .endpointOverride(moto)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build()) {
            lambda.createFunction(function -> function.functionName("echo")
                    .runtime(Runtime.PYTHON3_12)
                    .handler("handler.handle")
                    .role("arn:aws:iam::123456789012:role/any")
                    .code(code -> code.zipFile(SdkBytes.fromUtf8String("no archive"))));
        }
    }

    private static void post(URI uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isLessThan(300);
    }

    @Test
    @EnabledIfSystemProperty(named = "lambda.offline", matches = "http.*")
    void serverlessOfflineRunsAFunctionByItsName() {
        LambdaFunctions functions = endpoint(System.getProperty("lambda.offline"), variables -> variables);
        String event = "{\"Details\":{\"Parameters\":{\"name\":\"Ada\"}}}";

        assertThat(data(functions.invoke(call("greetings-dev-greet", event))))
                .isEqualTo("{\"greeting\":\"Hello Ada\",\"count\":\"3\"}");
        assertThat(functions.invoke(asynchronous("greetings-dev-greet"))).isEqualTo(new Success(null));
        assertThat(reason(functions.invoke(call("greetings-dev-fail", event))))
                .endsWith("the function failed (X-Amz-Function-Error)");
    }
}
