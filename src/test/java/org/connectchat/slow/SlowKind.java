package org.connectchat.slow;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The ways in which a client can be slow. */
enum SlowKind {
    HALF_OPERATION {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(half("PUT /contact/chat", 500));
        }
    },
    HALF_START_CHAT {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(half("POST /start-chat", 500));
        }
    },
    HALF_CONTROL {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(half("POST /_emulator/clock/advance", 500));
        }
    },
    HALF_UNKNOWN_PATH {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(half("POST /nothing/here", 500));
        }
    },
    HALF_UPLOAD {
        @Override
        void prepare(Slow slow) throws IOException {
            slow.chat();
            JsonNode upload = announced(slow, 1_000_000);
            slow.note("upload", upload.at("/UploadMetadata/Url").asString());
            StringBuilder headers = new StringBuilder();
            String[] given = headers(upload);
            for (int i = 0; i < given.length; i += 2) {
                headers.append(given[i]).append(": ").append(given[i + 1]).append("\r\n");
            }
            slow.note("headers", headers.toString());
        }

        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(half("PUT " + URI.create(slow.noted("upload")).getPath(), 1_000_000)
                    .replace("Content-Type: application/json\r\n", slow.noted("headers")));
        }
    },
    UNREAD_DOWNLOAD {
        @Override
        void prepare(Slow slow) throws IOException {
            slow.chat();
            int bytes = 15_000_000;
            JsonNode upload = announced(slow, bytes);
            String id = upload.path("AttachmentId").asString();
            slow.call("PUT", upload.at("/UploadMetadata/Url").asString(), "x".repeat(bytes), headers(upload));
            slow.call(
                    "POST",
                    "/participant/complete-attachment-upload",
                    "{\"AttachmentIds\":[\"" + id + "\"],\"ClientToken\":\"c\"}",
                    "X-Amz-Bearer",
                    slow.noted("token"));
            JsonNode download = slow.call(
                    "POST",
                    "/participant/attachment",
                    "{\"AttachmentId\":\"" + id + "\"}",
                    "X-Amz-Bearer",
                    slow.noted("token"));
            slow.note("download", URI.create(download.path("Url").asString()).getPath());
        }

        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(whole("GET " + slow.noted("download"), ""));
        }
    },
    UNREAD_TRANSCRIPT {
        @Override
        void prepare(Slow slow) throws IOException {
            slow.chat();
            for (int i = 0; i < 100; i++) {
                slow.call(
                        "POST",
                        "/participant/message",
                        "{\"ContentType\":\"text/plain\",\"Content\":\"" + "x".repeat(1_024) + "\"}",
                        "X-Amz-Bearer",
                        slow.noted("token"));
            }
        }

        @Override
        void start(Slow slow, int number) throws IOException {
            String one = whole("POST /participant/transcript", "{\"MaxResults\":100}")
                    .replace("\r\n\r\n", "\r\nX-Amz-Bearer: " + slow.noted("token") + "\r\n\r\n");
            slow.send(one.repeat(30)); // the buffers of the two systems take the first ones
        }
    },
    UNREAD_OPENAPI {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(whole("GET /_emulator/openapi", "").repeat(30));
        }
    },
    UNREAD_SMALL_ANSWERS {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(whole("GET /nothing/here", "").repeat(400));
        }

        @Override
        void afterwards(Slow slow) throws IOException {
            String more = whole("GET /nothing/here", "").repeat(100);
            for (int round = 0; round < 2; round++) {
                for (SocketChannel channel : slow.channels()) {
                    push(slow, channel, more.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    },
    PINGING_SOCKETS {
        @Override
        void start(Slow slow, int number) throws IOException {
            URI url = URI.create(slow.chat().at("/Websocket/Url").asString());
            slow.send("GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        }

        @Override
        void afterwards(Slow slow) throws IOException {
            byte[] pings = new byte[131 * 100];
            for (int i = 0; i < pings.length; i += 131) {
                pings[i] = (byte) 0x89;
                pings[i + 1] = (byte) (0x80 | 125);
            }
            for (int round = 0; round < 30; round++) {
                for (SocketChannel channel : slow.channels()) {
                    push(slow, channel, pings);
                }
            }
        }
    },
    LATENCY {
        @Override
        void prepare(Slow slow) throws IOException {
            slow.call(
                    "POST",
                    "/_emulator/faults",
                    "{\"operation\":\"DescribeContact\",\"effect\":{\"type\":\"LATENCY\",\"delay\":\"PT60S\"}}");
        }

        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(whole("GET /contacts/i/00000000-0000-0000-0000-000000000000", ""));
        }
    },
    AWAIT {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send(whole("POST /_emulator/calls/await", "{\"operation\":\"StopContact\",\"timeout\":\"PT60S\"}"));
        }
    },
    HALF_HEAD {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send("GET /actuator/health HTTP/1.1\r\nHost: local");
        }
    },
    NOTHING_SENT {
        @Override
        void start(Slow slow, int number) throws IOException {
            slow.send("");
        }
    };

    /** What must be there before the first of them comes. */
    void prepare(Slow slow) throws IOException {}

    /** One client begins. */
    abstract void start(Slow slow, int number) throws IOException;

    /** What they do once all have begun. */
    void afterwards(Slow slow) throws IOException {}

    private static String half(String call, int announced) {
        return call + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + announced
                + "\r\n\r\n{\"InstanceId\": ";
    }

    private static String whole(String call, String body) {
        return call + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static void push(Slow slow, SocketChannel channel, byte[] bytes) {
        try {
            Slow.write(channel, bytes);
        } catch (IOException e) {
            slow.failed(e);
        }
    }

    private static JsonNode announced(Slow slow, int bytes) throws IOException {
        return slow.call(
                "POST",
                "/participant/start-attachment-upload",
                "{\"AttachmentName\":\"a.txt\",\"ContentType\":\"text/plain\",\"AttachmentSizeInBytes\":" + bytes
                        + ",\"ClientToken\":\"c\"}",
                "X-Amz-Bearer",
                slow.noted("token"));
    }

    private static String[] headers(JsonNode upload) {
        return upload.at("/UploadMetadata/HeadersToInclude").properties().stream()
                .filter(header -> !"content-length".equalsIgnoreCase(header.getKey()))
                .flatMap(header -> Stream.of(header.getKey(), header.getValue().asString()))
                .toArray(String[]::new);
    }
}
