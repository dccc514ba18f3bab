package org.connectchat.auth;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.restjson.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed {@code Authorization} header. No message repeats its text.
 *
 * @param region the region of the client; the emulator accepts every region
 * @param signedAt the moment of the X-Amz-Date header
 */
record Authorization(
        String accessKeyId, String region, Instant signedAt, List<String> signedHeaders, String signature) {

    static final String SERVICE = "connect";
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int SIGNATURE_LENGTH = 64;

    static Authorization of(Call call) {
        String header = call.header("Authorization");
        if (header == null) {
            throw missing(call.rawQuery());
        }
        Map<String, String> parts = parts(header);
        List<String> scope = List.of(part(parts, "Credential").split("/", -1));
        if (scope.size() != 5 || scope.get(0).isEmpty() || scope.get(2).isEmpty()) {
            throw AuthError.INCOMPLETE_SIGNATURE.because(
                    "Credential must have the form access-key-id/yyyymmdd/region/" + SERVICE + "/aws4_request");
        }
        List<String> signedHeaders = List.of(part(parts, "SignedHeaders").split(";", -1));
        String signature = part(parts, "Signature");
        if (signature.length() != SIGNATURE_LENGTH || !signature.chars().allMatch(Authorization::isHex)) {
            throw AuthError.INCOMPLETE_SIGNATURE.because("Signature must be 64 hexadecimal digits");
        }
        if (!scope.get(3).equals(SERVICE) || !scope.get(4).equals("aws4_request")) {
            throw AuthError.INVALID_SIGNATURE.because(
                    "Credential should be scoped to correct service: '" + SERVICE + "', and end with aws4_request");
        }
        String date = call.header("X-Amz-Date");
        Instant signedAt = moment(date);
        if (date == null || !date.startsWith(scope.get(1) + "T")) {
            throw AuthError.INVALID_SIGNATURE.because(
                    "The date in Credential must be the day of the X-Amz-Date header");
        }
        if (!signedHeaders.contains("host")) {
            throw AuthError.INVALID_SIGNATURE.because("'host' must be one of the SignedHeaders");
        }
        return new Authorization(scope.get(0), scope.get(2), signedAt, signedHeaders, signature);
    }

    private static RuntimeException missing(@Nullable String query) {
        boolean presigned = query != null && query.contains("X-Amz-Signature=");
        return AuthError.MISSING_AUTHENTICATION_TOKEN.because(
                presigned
                        ? "Missing Authentication Token: a signature in the query is not taken, sign the Authorization header"
                        : "Missing Authentication Token");
    }

    private static Map<String, String> parts(String header) {
        int blank = header.indexOf(' ');
        if (blank < 0 || !header.substring(0, blank).equals(ALGORITHM)) {
            throw AuthError.INCOMPLETE_SIGNATURE.because("The Authorization header must begin with " + ALGORITHM);
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : List.of(header.substring(blank + 1).split(",", -1))) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw AuthError.INCOMPLETE_SIGNATURE.because(
                        "The Authorization header must be a list of key=value pairs after " + ALGORITHM);
            }
            parts.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null || value.isEmpty()) {
            throw AuthError.INCOMPLETE_SIGNATURE.because("Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }

    private static Instant moment(@Nullable String date) {
        if (date == null) {
            throw AuthError.INCOMPLETE_SIGNATURE.because(
                    "Authorization header requires existence of a 'X-Amz-Date' header.");
        }
        try {
            return BASIC.parse(date, Instant::from);
        } catch (DateTimeException e) {
            throw AuthError.INCOMPLETE_SIGNATURE.because("X-Amz-Date must have the form 20260105T100000Z");
        }
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** Without the signature. */
    @Override
    public String toString() {
        return "Authorization[" + accessKeyId + "]";
    }
}
