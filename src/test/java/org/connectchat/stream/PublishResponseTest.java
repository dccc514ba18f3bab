package org.connectchat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.topic.Streamed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A server that responds with 200 and is no SNS, such as a proxy with a page of its own. */
class PublishResponseTest {

    private static final String PUBLISHED =
            "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Please log in</body></html>",
                "<PublishResponse><PublishResult></PublishResult></PublishResponse>",
                "{\"ok\": true}"
            })
    @Rule("S12")
    void anItemIsDeliveredOnceTheResponseHasAMessageId(String other) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = (calls.incrementAndGet() > 2 ? PUBLISHED : other).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (Emulator emulator = Emulator.own(
                "emulator.streaming.endpoint=http://localhost:"
                        + server.getAddress().getPort(),
                "emulator.delivery.max-pause=50ms")) {
            Chat chat = Chat.start(emulator);
            String streamingId = Party.worked(emulator.send(
                            "POST", "/contact/start-streaming", """
                            {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "",
                             "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(chat.contactId(), Streamed.TOPIC)))
                    .text("StreamingId");
            chat.customer().say("Hello");

            JsonNode settled = new Control(emulator)
                    .post(
                            "/contacts/" + chat.contactId() + "/streamings/" + streamingId + "/await",
                            "{\"settled\": true}");

            assertThat(settled.path("delivered").asInt()).isEqualTo(1);
            assertThat(calls).hasValue(3);
        } finally {
            server.stop(0);
        }
    }
}
