package org.connectchat.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Requests for every operation: some right, most of them with something done to path, headers, JSON or bytes. */
final class RandomRequests {

    static final String INSTANCE = "an-instance";

    private static final String START = """
            {
              "InstanceId": "an-instance",
              "ContactFlowId": "a-flow",
              "ParticipantDetails": {"DisplayName": "Ada \uD83D\uDC69\u200D\uD83D\uDE80"},
              "ParticipantConfiguration": {"ResponseMode": "INCREMENTAL"},
              "Attributes": {"a": "1", "b-c_D": "\u6F22\u5B57", "empty": ""},
              "InitialMessage": {"ContentType": "text/plain", "Content": "Hello"},
              "ClientToken": "%1$s",
              "ChatDurationInMinutes": 60,
              "SupportedMessagingContentTypes": [
                "text/plain", "text/markdown", "application/json",
                "application/vnd.amazonaws.connect.message.interactive",
                "application/vnd.amazonaws.connect.message.interactive.response"
              ],
              "SegmentAttributes": {
                "connect:Subtype": {"ValueString": "connect:Guide"},
                "connect:more": {"ValueList": [{"ValueInteger": 1}, {"ValueMap": {"k": {"ValueArn": "arn:aws:s3:::b"}}}]},
                "own": {"ValueMap": {"deep": {"ValueMap": {"er": {"ValueString": "", "ValueInteger": -5}}}}}
              },
              "CustomerId": "a-customer",
              "DisconnectOnCustomerExit": ["AGENT"]%2$s
            }""";

    private static final String STOP = """
            {"InstanceId": "an-instance", "ContactId": "%s", "DisconnectReason": {"Code": "DISCARDED"}}""";

    private static final String UPDATE = """
            {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": {"a": "", "b": "2", "c": "3"}}""";

    /** Java's own client sends all but these. */
    private static final List<String> SENDABLE =
            OddHeaders.NAMES.stream().filter(name -> !name.equals("Upgrade")).toList();

    /** One request as it goes out. */
    record Request(String method, String path, List<String> headers, byte[] body, boolean chunked) {

        BodyPublisher publisher() {
            return chunked
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                    : BodyPublishers.ofByteArray(body);
        }

        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.UTF_8);
            return method + " " + path + " " + headers + (chunked ? " chunked " : " ") + body.length + " bytes: "
                    + (text.length() > 4_000 ? text.substring(0, 4_000) + "…" : text);
        }
    }

    private final RandomGenerator random;
    private final RandomJson json;
    private final List<String> contactIds;

    /** @param contactIds of contacts that are there, which some of the requests are about */
    RandomRequests(long seed, List<String> contactIds) {
        this.random = new SplittableRandom(seed);
        this.json = new RandomJson(random);
        this.contactIds = contactIds;
    }

    Request next() {
        int kind = random.nextInt(100);
        if (kind < 45) {
            return request(kind < 40 ? "PUT" : "POST", "/contact/chat", start());
        }
        if (kind < 60) {
            return request("POST", "/start-chat", start());
        }
        if (kind < 70) {
            return request("POST", "/contact/stop", STOP.formatted(contactId()));
        }
        if (kind < 80) {
            return request("POST", "/contact/attributes", UPDATE.formatted(contactId()));
        }
        if (kind < 88) {
            return request("GET", "/contacts/" + label(INSTANCE) + "/" + label(contactId()), null);
        }
        if (kind < 96) {
            return request("GET", "/contact/attributes/" + label(INSTANCE) + "/" + label(contactId()), null);
        }
        return request(oneOf(List.of("GET", "PUT", "POST", "DELETE", "PATCH", "X")), "/" + label("contact"), start());
    }

    private String start() {
        String origin = switch (random.nextInt(8)) {
            case 0 -> ", \"RelatedContactId\": \"" + contactId() + "\"";
            case 1 ->
                ", \"PersistentChat\": {\"RehydrationType\": \"ENTIRE_PAST_SESSION\", \"SourceContactId\": \""
                        + contactId() + "\"}";
            case 2 ->
                ", \"PersistentChat\": {\"RehydrationType\": \"FROM_SEGMENT\", \"SourceContactId\": \"" + contactId()
                        + "\"}";
            default -> "";
        };
        return START.formatted(Long.toHexString(random.nextLong()), origin);
    }

    private String contactId() {
        return contactIds.isEmpty() ? "a-contact" : oneOf(contactIds);
    }

    private Request request(String method, String path, String body) {
        byte[] bytes = body == null ? new byte[0] : bytes(json.damaged(body));
        List<String> headers = new ArrayList<>();
        if (random.nextInt(20) > 0) {
            headers.addAll(List.of(
                    "Content-Type", random.nextInt(12) > 0 ? "application/json" : oneOf(OddHeaders.CONTENT_TYPES)));
        }
        while (random.nextInt(4) == 0) {
            headers.addAll(List.of(oneOf(SENDABLE), oneOf(OddHeaders.VALUES)));
        }
        if (headers.isEmpty()) {
            headers.addAll(List.of("Accept", "*/*"));
        }
        String query = random.nextInt(30) == 0 ? "?" + label("a=b&c") : "";
        return new Request(method, path + query, headers, bytes, random.nextInt(10) == 0);
    }

    private byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || random.nextInt(4) > 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int to = at + random.nextInt(bytes.length - at);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, at);
            case 1 -> joined(bytes, 0, at);
            case 2 -> joined(joined(bytes, 0, at), noise(), joined(bytes, at, bytes.length));
            case 3 -> joined(joined(bytes, 0, to), joined(bytes, at, bytes.length));
            case 4 -> joined(joined(bytes, 0, at), joined(bytes, to, bytes.length));
            case 5 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
            case 6 -> text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            default -> joined(bytes, noise());
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(50) == 0 ? 1_100_000 : 1 + random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Mostly the right one; otherwise whatever a URI can spell. */
    private String label(String right) {
        return switch (random.nextInt(12)) {
            case 0 -> encoded("arn:aws:connect:us-east-1:000000000000:instance/" + right);
            case 1 -> encoded("\uD83D\uDE00 <b>\"\\^`{|}" + right);
            case 2 -> "x".repeat(random.nextInt(1, 600));
            case 3 -> randomBytes();
            case 4 ->
                oneOf(List.of(".", "..", "%2e%2e", ";a=b", "a;b", "@:!$&'()*+,=~", "%2F", "%5C", "%00", "%25", "%0a"));
            case 5 -> encoded(right).replace("-", "%2D");
            default -> encoded(right);
        };
    }

    private String randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(6)];
        random.nextBytes(bytes);
        return percent(bytes);
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** As a label of a URI, whatever it holds. */
    static String encoded(String label) {
        StringBuilder encoded = new StringBuilder();
        label.codePoints().forEach(c -> {
            String character = Character.toString(c);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '~');
            encoded.append(plain ? character : percent(character.getBytes(StandardCharsets.UTF_8)));
        });
        return encoded.toString();
    }

    private static String percent(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append("%%%02X".formatted(b & 0xFF));
        }
        return text.toString();
    }
}
