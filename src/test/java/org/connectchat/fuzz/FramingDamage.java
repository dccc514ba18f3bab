package org.connectchat.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Breaks the frame of a request: its line, its headers, its length, its chunks, its end. */
record FramingDamage(Chance chance) {

    private static final List<String> CHUNKS = List.of(
            "zz\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}",
            "5\r\n{}",
            "2\r\n{}\r\n0\r\n",
            "-1\r\n{}\r\n0\r\n\r\n",
            "2\r\n{}xx0\r\n\r\n",
            "FFFFFFFFFFFFFFFFF\r\n{}\r\n",
            "\r\n\r\n",
            "2;\u0000\r\n{}\r\n0\r\n\r\n",
            "2\n{}\n0\n\n",
            "7fffffff\r\n{}",
            "0\r\nno colon\r\n\r\n",
            "0\r\n: x\r\n\r\n",
            "2 \r\n{}\r\n0\r\n\r\n");

    private static final List<String> HEADS = List.of(
            "Content-Length: 2\r\nContent-Length: 3\r\n",
            "Content-Length: many\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: \r\n",
            "Content-Length: +2\r\n",
            "Transfer-Encoding: gzip\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
            "Transfer-Encoding: \r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
            "Host: second\r\n",
            "no colon\r\n",
            ": no name\r\n",
            "X-Nul: a\u0000b\r\n",
            "X\u0001: a\r\n",
            "X Y: a\r\n",
            "X-Folded: a\r\n b\r\n",
            "X-Long: " + "x".repeat(9_000) + "\r\n",
            "X-Bytes: \u00ff\u00fe\u0080\r\n",
            "Expect: 200-ok\r\n",
            "Connection: upgrade\r\nUpgrade: h2c\r\n",
            "Connection: Upgrade\r\nUpgrade: websocket\r\n",
            "Content-Encoding: gzip\r\nContent-Length: 3\r\n");

    private static final List<String> HOSTS = List.of(
            "",
            "a:b",
            "[::",
            "[::1]:80",
            "a:999999",
            "%zz",
            "a_b",
            "-",
            "::1",
            "localhost:",
            "a b",
            "\u00e4",
            "a/b",
            "@");

    private static final List<String> VERSIONS =
            List.of("HTTP/9.9", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "http/1.1", "HTTP/1.1 x", "", "HTTP", "\u0001");

    Shot broken(Template template, String method, String target, byte[] body) {
        String line = method + " " + target + " HTTP/1.1\r\n";
        String host = "Host: localhost\r\n";
        String rest = headers(template) + "Connection: close\r\n";
        String end = "Content-Length: " + body.length + "\r\n\r\n";
        return switch (chance.below(10)) {
            case 0, 1 ->
                shot(
                        template,
                        method,
                        target,
                        line + host + rest + "Transfer-Encoding: chunked\r\n\r\n" + chance.oneOf(CHUNKS),
                        true);
            case 2 -> shot(template, method, target, line + host + rest + "Content-Length: 99\r\n\r\n{\"a", true);
            case 3, 4 -> shot(template, method, target, line + host + rest + chance.oneOf(HEADS) + "\r\n{}", true);
            case 5 -> shot(template, method, target, line + "Host: " + chance.oneOf(HOSTS) + "\r\n" + rest + end, true);
            case 6 ->
                shot(
                        template,
                        method,
                        null,
                        method + " " + target + " " + chance.oneOf(VERSIONS) + "\r\n" + host + rest + "\r\n",
                        true);
            case 7 -> noise(line + host + rest + "\r\n");
            case 8 -> {
                String absolute = chance.oneOf(
                        List.of("http://localhost", "http://", "*", "ftp://x:y@z", " ", "?", "http://[::"));
                yield shot(
                        template,
                        method,
                        null,
                        method + " " + absolute + target + " HTTP/1.1\r\n" + host + rest + "\r\n",
                        true);
            }
            default -> {
                String head = line + host + rest;
                yield shot(template, method, null, head.substring(0, chance.below(head.length())), false);
            }
        };
    }

    private static String headers(Template template) {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < template.headers().size(); i += 2) {
            headers.append(template.headers().get(i))
                    .append(": ")
                    .append(template.headers().get(i + 1))
                    .append("\r\n");
        }
        return template.contentType() == null
                ? headers.toString()
                : headers.append("Content-Type: ")
                        .append(template.contentType())
                        .append("\r\n")
                        .toString();
    }

    private Shot noise(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        int at = chance.below(bytes.length);
        byte[] noise = chance.bytes(1 + chance.below(6));
        System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at));
        // What is left may be a request or none, with a body or without.
        return new Shot("framing", "?", null, Arrays.copyOf(bytes, bytes.length), true, true, false);
    }

    private static Shot shot(Template template, String method, String target, String text, boolean owed) {
        return new Shot(
                "framing " + template.entry(),
                method,
                target,
                text.getBytes(StandardCharsets.ISO_8859_1),
                true,
                true,
                owed);
    }
}
