package org.connectchat.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Shows that calls are admitted by their signatures if that is configured, and refused with AWS's errors. */
class SignatureTest {

    private final Emulator off = Emulator.unthrottled();
    private final Emulator require = Emulator.with("emulator.auth.mode=require", "emulator.throttling.enabled=false");
    private final Emulator verify = VerifyingEmulator.shared();

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
                "emulator.auth.credentials[0].secret-access-key=" + VerifyingEmulator.SECRET)) {
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
    void aMalformedSignatureIsRefusedIfOneIsRequired(String authorization, String code, String message) {
        List<String> headers = List.of(
                "Authorization", authorization.replace("SIG", "0".repeat(64)), "X-Amz-Date", "20260105T100000Z");

        refused(send(require, Emulator.SMALLEST_START, headers), code, message);
        refused(send(verify, Emulator.SMALLEST_START, headers), code, message);
        assertThat(send(off, Emulator.SMALLEST_START, headers).status()).isEqualTo(200);
    }

    @Test
    @Rule("G1")
    void anyWellFormedSignatureIsEnoughInModeRequire() {
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
    void anUndecodableQueryIsRefusedLikeASignatureThatDoesNotMatch() {
        String now = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        List<String> headers = List.of(
                "Host: localhost",
                "X-Amz-Date: " + now,
                "Authorization: AWS4-HMAC-SHA256 Credential=AKIDLASTING/" + now.substring(0, 8)
                        + "/us-east-1/connect/aws4_request,SignedHeaders=host,Signature=" + "0".repeat(64));

        RawHttp.Answer refusal = RawHttp.post(verify, "/contact/stop?a=%zz", "{}", headers);

        assertThat(refusal.outcome()).isEqualTo("403 InvalidSignatureException");
        assertThat(refusal.body()).contains("The query is not encoded as one");
    }

    @Test
    @Rule("G1")
    void aCallWithoutASignatureIsRefusedFirst() {
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
    void otherPathsThanThoseOfAmazonConnectNeedNoSignature() {
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
                .sign(signing -> signing.identity(
                                AwsCredentialsIdentity.create("AKIDLASTING", VerifyingEmulator.SECRET))
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
}
