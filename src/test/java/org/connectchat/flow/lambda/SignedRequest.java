package org.connectchat.flow.lambda;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs a request again as a server does that checks signatures. */
final class SignedRequest {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SignedRequest() {}

    /** The Authorization header that the request must have. */
    static String authorization(LambdaServer.Request request, URI server, String key, String secret) {
        String signedHeaders = request.header("Authorization").replaceFirst(".*SignedHeaders=([^,]*),.*", "$1");
        SdkHttpRequest.Builder signed =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(server.resolve(request.uri()));
        for (String name : signedHeaders.split(";", -1)) {
            if (!name.equals("x-amz-date")) {
                signed.putHeader(name, request.header(name));
            }
        }
        Instant signedAt = BASIC.parse(request.header("X-Amz-Date"), Instant::from);
        return AwsV4HttpSigner.create()
                .sign(s -> s.identity(AwsCredentialsIdentity.create(key, secret))
                        .request(signed.build())
                        .payload(ContentStreamProvider.fromUtf8String(request.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC)))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }
}
