package org.connectchat.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Does something to a request that is right, or leaves it as it is. */
record Mutations(Chance chance, RandomJson json, TargetDamage targets, FramingDamage framing) {

    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW", "get", "CONNECT");

    static Mutations of(long seed) {
        Chance chance = Chance.of(seed);
        return new Mutations(
                chance, new RandomJson(chance.random()), new TargetDamage(chance), new FramingDamage(chance));
    }

    Shot of(Template template) {
        int kind = chance.below(100);
        String method = kind >= 85 && kind < 90 ? chance.oneOf(METHODS) : template.method();
        String target = kind >= 65 && kind < 80 ? targets.damaged(template.target()) : template.target();
        byte[] body = body(template, kind);
        if (kind >= 90) {
            return framing.broken(template, method, target, body);
        }
        List<String> headers = new ArrayList<>(template.headers());
        String contentType = kind == 84 ? chance.oneOf(OddHeaders.CONTENT_TYPES) : template.contentType();
        if (contentType != null && kind != 83) {
            headers.addAll(List.of("Content-Type", contentType));
        }
        for (int i = kind >= 80 && kind < 83 ? 3 : chance.oneIn(10) ? 1 : 0; i > 0; i--) {
            headers.addAll(List.of(chance.oneOf(OddHeaders.NAMES), chance.oneOf(OddHeaders.VALUES)));
        }
        boolean connect = method.equals("CONNECT");
        return new Shot(
                template.entry(),
                method,
                connect ? null : target,
                bytes(method, target, headers, body, chance.oneIn(10)),
                false,
                connect || headers.contains("Upgrade"),
                true);
    }

    private byte[] body(Template template, int kind) {
        String right = template.body();
        if (right == null) {
            return kind >= 30 && kind < 35 ? "{\"a\": 1}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        boolean isJson = "application/json".equals(template.contentType());
        String text = kind >= 30 && kind < 60 && isJson ? json.damaged(right) : right;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (kind >= 60 && kind < 65 && bytes.length > 0) {
            bytes[chance.below(bytes.length)] = (byte) chance.below(256);
            return chance.oneIn(2) ? java.util.Arrays.copyOf(bytes, chance.below(bytes.length + 1)) : bytes;
        }
        return bytes;
    }

    private static byte[] bytes(String method, String target, List<String> headers, byte[] body, boolean chunked) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (chunked && body.length > 0) {
            head.append("Transfer-Encoding: chunked\r\n\r\n");
            bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(body);
            bytes.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }
}
