package org.connectchat.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectchat.participant.RawHttp;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ConnectException;

/** Shows that calls are let in by their signatures when that is asked for, and refused in AWS's words. */
class SignatureTest {

    private static final String SECRET = "a-very/secret+key";

    private final Emulator off = Emulator.unthrottled();
    private final Emulator require = Emulator.with("emulator.auth.mode=require", "emulator.throttling.enabled=false");
    private final Emulator verify = Emulator.with(
            "emulator.auth.mode=verify",
            "emulator.auth.credentials[0].access-key-id=AKIDLASTING",
            "emulator.auth.credentials[0].secret-access-key=" + SECRET,
            "emulator.auth.credentials[1].access-key-id=ASIATEMPORARY",
            "emulator.auth.credentials[1].secret-access-key=" + SECRET,
            "emulator.auth.credentials[1].session-token=a-session/token==",
            "emulator.auth.credentials[2].access-key-id=ASIAEXPIRED",
            "emulator.auth.credentials[2].secret-access-key=" + SECRET,
            "emulator.auth.credentials[2].expires-at=2020-01-01T00:00:00Z",
            "emulator.throttling.enabled=false");

    @Test
    @Rule("G1")
    void theSdkForJavaIsLetInWithTheRightSecret() {
        assertThatNoException().isThrownBy(() -> useEverything(AwsBasicCredentials.create("AKIDLASTING", SECRET)));
    }

    @Test
    @Rule("G1")
    void theSdkForJavaIsLetInWithASessionToken() {
        assertThatNoException()
                .isThrownBy(() ->
                        useEverything(AwsSessionCredentials.create("ASIATEMPORARY", SECRET, "a-session/token==")));
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
    void theSdkForJavaIsToldWhyItIsRefused(String key, String secret, String token, String code) {
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
            assertThat(problem.awsErrorDetails().errorMessage()).isNotEmpty().doesNotContain(SECRET);
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
                print(json.dumps([
                    outcome(lambda: connect.start_chat_contact(InstanceId=instance, ContactFlowId="f",
                                                               ParticipantDetails={"DisplayName": "Ada"})),
                    outcome(lambda: connect.describe_contact(InstanceId=instance, ContactId="nobody")),
                    outcome(lambda: connect.list_queues(InstanceId=instance, QueueTypes=["STANDARD", "AGENT"], MaxResults=3))]))
                """;

        assertThat(Boto3.at(verify.endpoint(), keys(SECRET)).run(script).toString())
                .isEqualTo("[200,\"ResourceNotFoundException\",\"NotImplementedException\"]");
        assertThat(Boto3.at(verify.endpoint(), keys("wrong")).run(script).toString())
                .isEqualTo(
                        "[\"InvalidSignatureException\",\"InvalidSignatureException\",\"InvalidSignatureException\"]");
    }

    private static Map<String, String> keys(String secret) {
        return Map.of("AWS_ACCESS_KEY_ID", "AKIDLASTING", "AWS_SECRET_ACCESS_KEY", secret);
    }

    @Test
    @Rule("G1")
    void aBodyThatWasChangedOnTheWayIsRefused() {
        List<String> headers = signed(verify, Duration.ZERO, Emulator.SMALLEST_START);

        refused(
                send(verify, Emulator.SMALLEST_START.replace("Ada", "Eve"), headers),
                "InvalidSignatureException",
                "does not match");
        assertThat(send(verify, Emulator.SMALLEST_START, headers).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-400, Signature expired", "400, Signature not yet current"})
    @Rule("G1")
    void aSignatureOfAnotherTimeIsRefused(long seconds, String message) {
        List<String> headers = signed(verify, Duration.ofSeconds(seconds), Emulator.SMALLEST_START);

        refused(send(verify, Emulator.SMALLEST_START, headers), "InvalidSignatureException", message);
    }

    @ParameterizedTest
    @ValueSource(longs = {-200, 200})
    @Rule("G1")
    void aClockThatIsALittleWrongIsLetIn(long seconds) {
        List<String> headers = signed(verify, Duration.ofSeconds(seconds), Emulator.SMALLEST_START);

        assertThat(send(verify, Emulator.SMALLEST_START, headers).status()).isEqualTo(200);
    }

    @Test
    @Rule("G1")
    void theEmulatorsOwnClockDoesNotMatter() {
        try (Emulator emulator = Emulator.own(
                "emulator.auth.mode=verify",
                "emulator.auth.credentials[0].access-key-id=AKIDLASTING",
                "emulator.auth.credentials[0].secret-access-key=" + SECRET)) {
            emulator.send("POST", "/_emulator/clock/advance", "{\"by\": \"30d\"}");

            assertThat(send(emulator, Emulator.SMALLEST_START, signed(emulator, Duration.ZERO, Emulator.SMALLEST_START))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer abc | IncompleteSignatureException | must begin with AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 | IncompleteSignatureException | must begin with AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 nonsense | IncompleteSignatureException | key=value",
                "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=SIG | IncompleteSignatureException | 'Credential'",
                "AWS4-HMAC-SHA256 Credential=A/20260105/r/connect/aws4_request, Signature=SIG | IncompleteSignatureException | 'SignedHeaders'",
                "AWS4-HMAC-SHA256 Credential=A/20260105/r/connect/aws4_request, SignedHeaders=host | IncompleteSignatureException | 'Signature'",
                "AWS4-HMAC-SHA256 Credential=A, SignedHeaders=host, Signature=SIG | IncompleteSignatureException | Credential must have the form",
                "AWS4-HMAC-SHA256 Credential=A/20260105/r/connect/aws4_request, SignedHeaders=host, Signature=12 | IncompleteSignatureException | 64 hexadecimal digits",
                "AWS4-HMAC-SHA256 Credential=A/20260105/r/s3/aws4_request, SignedHeaders=host, Signature=SIG | InvalidSignatureException | service: 'connect'",
                "AWS4-HMAC-SHA256 Credential=A/20260104/r/connect/aws4_request, SignedHeaders=host, Signature=SIG | InvalidSignatureException | The date in Credential",
                "AWS4-HMAC-SHA256 Credential=A/20260105/r/connect/aws4_request, SignedHeaders=x-amz-date, Signature=SIG | InvalidSignatureException | 'host'",
            })
    @Rule("G1")
    void whatIsNoSignatureIsRefusedWhereOneIsRequired(String authorization, String code, String message) {
        List<String> headers = List.of(
                "Authorization", authorization.replace("SIG", "0".repeat(64)), "X-Amz-Date", "20260105T100000Z");

        refused(send(require, Emulator.SMALLEST_START, headers), code, message);
        refused(send(verify, Emulator.SMALLEST_START, headers), code, message);
        assertThat(send(off, Emulator.SMALLEST_START, headers).status()).isEqualTo(200);
    }

    @Test
    @Rule("G1")
    void anySignatureThatIsWellFormedWillDoWhereOneIsRequired() {
        List<String> headers = List.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=A/20260105/mars-1/connect/aws4_request,SignedHeaders=host,Signature="
                        + "0".repeat(64),
                "X-Amz-Date",
                "20260105T100000Z");

        assertThat(send(require, Emulator.SMALLEST_START, headers).status()).isEqualTo(200);
        refused(
                send(require, Emulator.SMALLEST_START, headers.subList(0, 2)),
                "IncompleteSignatureException",
                "'X-Amz-Date'");
    }

    @Test
    void aQueryThatIsNoneIsRefusedLikeASignatureThatDoesNotMatch() {
        String now = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        List<String> headers = List.of(
                "Host: localhost",
                "X-Amz-Date: " + now,
                "Authorization: AWS4-HMAC-SHA256 Credential=AKIDLASTING/" + now.substring(0, 8)
                        + "/us-east-1/connect/aws4_request,SignedHeaders=host,Signature=" + "0".repeat(64));

        assertThat(RawHttp.post(verify, "/contact/stop?a=%zz", "{}", headers))
                .startsWith("HTTP/1.1 403")
                .contains("InvalidSignatureException", "The query is not encoded as one");
    }

    @Test
    @Rule("G1")
    void aCallWithoutASignatureIsRefusedBeforeAnythingElseIsLookedAt() {
        for (Emulator emulator : List.of(require, verify)) {
            refused(emulator.start("{"), "MissingAuthenticationTokenException", "Missing Authentication Token");
            refused(
                    emulator.send("GET", "/queues-summary/an-instance", null),
                    "MissingAuthenticationTokenException",
                    "Missing Authentication Token");
            refused(
                    emulator.send("GET", "/contacts/i/c?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00", null),
                    "MissingAuthenticationTokenException",
                    "a signature in the query is not taken");
        }
    }

    @Test
    @Rule("G1")
    void whatIsNoOperationOfAmazonConnectNeedsNoSignature() {
        assertThat(verify.send("POST", "/start-chat", Emulator.SMALLEST_START).status())
                .isEqualTo(200);
        assertThat(verify.send("POST", "/participant/connection", "{}").outcome())
                .isEqualTo("403 AccessDeniedException");
        assertThat(verify.send("OPTIONS", "/contact/chat", null).status()).isEqualTo(200);
        assertThat(verify.send("GET", "/_emulator/clock", null).status()).isEqualTo(200);
        assertThat(verify.send("GET", "/actuator/health", null).status()).isEqualTo(200);
    }

    private static List<String> signed(Emulator emulator, Duration skew, String body) {
        SdkHttpRequest request = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsCredentialsIdentity.create("AKIDLASTING", SECRET))
                        .request(SdkHttpRequest.builder()
                                .method(SdkHttpMethod.PUT)
                                .uri(emulator.uri("/contact/chat"))
                                .build())
                        .payload(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "connect")
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(Instant.now().plus(skew), ZoneOffset.UTC)))
                .request();
        List<String> headers = new ArrayList<>();
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                headers.addAll(List.of(name, values.get(0)));
            }
        });
        return headers;
    }

    private static Answer send(Emulator emulator, String body, List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", "application/json"));
        return emulator.send("PUT", "/contact/chat", BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private static void refused(Answer answer, String code, String message) {
        assertThat(answer.outcome()).isEqualTo("403 " + code);
        assertThat(answer.text("message")).contains(message);
    }

    private static ConnectClient client(Emulator emulator, AwsCredentials credentials) {
        return ConnectClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }
}
