package org.connectchat.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ConnectException;

/** Shows that SDKs are let in by their signatures, and told why they are refused. */
class SdkSignatureTest {

    private final Emulator verify = VerifyingEmulator.shared();

    @Test
    @Rule("G1")
    void theSdkForJavaIsLetInWithTheRightSecret() {
        assertThatNoException()
                .isThrownBy(() -> useEverything(AwsBasicCredentials.create("AKIDLASTING", VerifyingEmulator.SECRET)));
    }

    @Test
    @Rule("G1")
    void theSdkForJavaIsLetInWithASessionToken() {
        assertThatNoException()
                .isThrownBy(() -> useEverything(
                        AwsSessionCredentials.create("ASIATEMPORARY", VerifyingEmulator.SECRET, "a-session/token==")));
    }

    private void useEverything(AwsCredentials credentials) {
        try (ConnectClient connect = client(verify, credentials)) {
            // An ARN in a label is where clients and servers encode differently.
            String instanceId = "arn:aws:connect:us-east-1:000000000000:instance/an-instance";
            String contactId = connect.startChatContact(request -> request.instanceId(instanceId)
                            .contactFlowId("a-flow")
                            .participantDetails(details -> details.displayName("Ada é 日本")))
                    .contactId();
            connect.describeContact(request -> request.instanceId(instanceId).contactId(contactId));
            connect.stopContact(request -> request.instanceId(instanceId).contactId(contactId));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AKIDLASTING, wrong, , InvalidSignatureException",
        "AKIDUNKNOWN, a-very/secret+key, , UnrecognizedClientException",
        "ASIATEMPORARY, a-very/secret+key, another, UnrecognizedClientException",
        "ASIATEMPORARY, a-very/secret+key, , UnrecognizedClientException",
        "AKIDLASTING, a-very/secret+key, superfluous, UnrecognizedClientException",
        "ASIAEXPIRED, a-very/secret+key, , ExpiredTokenException",
    })
    @Rule("G1")
    void theSdkForJavaLearnsWhyItIsRefused(String key, String secret, String token, String code) {
        AwsCredentials credentials = token == null
                ? AwsBasicCredentials.create(key, secret)
                : AwsSessionCredentials.create(key, secret, token);
        try (ConnectClient connect = client(verify, credentials)) {
            ConnectException problem = catchThrowableOfType(
                    ConnectException.class,
                    () -> connect.describeContact(
                            request -> request.instanceId("i").contactId("c")));

            assertThat(problem.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(problem.statusCode()).isEqualTo(403);
            assertThat(problem.awsErrorDetails().errorMessage()).isNotEmpty().doesNotContain(VerifyingEmulator.SECRET);
        }
    }

    @Test
    @Rule("G1")
    void boto3IsLetInWithTheRightSecretAndNotWithAnother() throws Exception {
        String script = """
                def outcome(call):
                    try:
                        return call()["ResponseMetadata"]["HTTPStatusCode"]
                    except Exception as problem:
                        return problem.response["Error"]["Code"]
                instance = "arn:aws:connect:us-east-1:000000000000:instance/i"
                def outcomes(client):
                    return [
                        outcome(lambda: client.start_chat_contact(InstanceId=instance, ContactFlowId="f",
                                                                  ParticipantDetails={"DisplayName": "Ada"})),
                        outcome(lambda: client.describe_contact(InstanceId=instance, ContactId="nobody")),
                        outcome(lambda: client.list_queues(InstanceId=instance, QueueTypes=["STANDARD", "AGENT"], MaxResults=3))]
                wrong = boto3.client("connect", aws_access_key_id="AKIDLASTING", aws_secret_access_key="wrong")
                print(json.dumps([outcomes(connect), outcomes(wrong)]))
                """;

        assertThat(Boto3.at(verify.endpoint(), keys(VerifyingEmulator.SECRET))
                        .run(script)
                        .toString())
                .isEqualTo(
                        "[[200,\"ResourceNotFoundException\",200],"
                                + "[\"InvalidSignatureException\",\"InvalidSignatureException\",\"InvalidSignatureException\"]]");
    }

    private static Map<String, String> keys(String secret) {
        return Map.of("AWS_ACCESS_KEY_ID", "AKIDLASTING", "AWS_SECRET_ACCESS_KEY", secret);
    }

    private static ConnectClient client(Emulator emulator, AwsCredentials credentials) {
        return ConnectClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }
}
