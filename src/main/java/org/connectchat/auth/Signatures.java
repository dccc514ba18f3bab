package org.connectchat.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import org.connectchat.restjson.call.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.internal.signer.CredentialScope;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4CanonicalRequest;
import software.amazon.awssdk.http.auth.aws.internal.signer.util.SignerUtils;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Computes the signature that a call has if it is signed with a key. It uses parts of AWS's signer: the whole signer
 * chooses the signed headers itself, and other clients choose others.
 */
final class Signatures {

    private Signatures() {}

    static String of(Call call, Authorization authorization, AwsCredentialsIdentity key) {
        CredentialScope scope =
                new CredentialScope(authorization.region(), Authorization.SERVICE, authorization.signedAt());
        String content = HexFormat.of().formatHex(SignerUtils.hash(call.bytes()));
        String canonical = new V4CanonicalRequest(
                        request(call, authorization.signedHeaders()),
                        content,
                        new V4CanonicalRequest.Options(true, true))
                .getCanonicalRequestString();
        String toSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                scope.getDatetime(),
                scope.scope(),
                SignerUtils.hashCanonicalRequest(canonical));
        return HexFormat.of().formatHex(SignerUtils.computeSignature(toSign, SignerUtils.deriveSigningKey(key, scope)));
    }

    private static SdkHttpRequest request(Call call, List<String> signedHeaders) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(call.method()))
                // Not used: the signed host is a header.
                .uri(URI.create("http://localhost"))
                .encodedPath(call.rawPath());
        signedHeaders.forEach(name -> request.putHeader(name, call.headers(name)));
        putQuery(request, call.rawQuery());
        return request.build();
    }

    private static void putQuery(SdkHttpRequest.Builder request, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String parameter : List.of(query.split("&", -1))) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            request.appendRawQueryParameter(decoded(name), decoded(value));
        }
    }

    private static String decoded(String text) {
        try {
            return StringUtils.uriDecode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw AuthError.INVALID_SIGNATURE.because("The query is not encoded as one, so no signature can match it");
        }
    }
}
