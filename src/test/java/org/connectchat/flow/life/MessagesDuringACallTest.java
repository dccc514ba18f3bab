package org.connectchat.flow.life;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens in a chat while its flow waits for a function. */
class MessagesDuringACallTest {

    private static final int SENDERS = 8;
    private static final int MESSAGES = 12;

    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private HttpServer function;
    private Emulator emulator;
    private Centre centre;

    @BeforeEach
    void startFunction() throws Exception {
        function = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        function.setExecutor(threads);
        function.createContext("/", exchange -> {
            called.countDown();
            byte[] result = "{\"words\": \"The function is done\"}".getBytes(UTF_8);
            try (exchange) {
                if (!released.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The test did not release the function");
                }
                exchange.sendResponseHeaders(200, result.length);
                exchange.getResponseBody().write(result);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        function.start();
        emulator = Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.flows.lambda.functions.slow=http://localhost:"
                        + function.getAddress().getPort());
        centre = new Centre(emulator);
    }

    @AfterEach
    void stopFunction() {
        released.countDown();
        emulator.close();
        function.stop(0);
        threads.shutdownNow();
    }

    private Chat calling() throws InterruptedException {
        Chat chat = centre.start(centre.flow(new FlowScript()
                .says("One moment")
                .calls("slow")
                .says("$.External.words")
                .waitsFor("CustomerReturned")
                .says("Thank you")
                .stands()));
        centre.connect(chat);
        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        return chat;
    }

    private static List<String> numbered() {
        return IntStream.range(0, SENDERS * MESSAGES)
                .mapToObj(number -> "message " + number)
                .toList();
    }

    @Rule("F82")
    @Test
    void nothingThatTheCustomerSendsMeanwhileIsLostOrDoubled() throws Exception {
        Chat chat = calling();
        try (ClientSocket socket = chat.customer().join()) {
            Simultaneously.call(SENDERS, sender -> {
                for (int i = 0; i < MESSAGES; i++) {
                    chat.customer().say("message " + (sender * MESSAGES + i));
                }
                return sender;
            });
            released.countDown();
            centre.awaitSaid(chat, "The function is done");
            chat.customer().say("I am back");
            centre.awaitSaid(chat, "Thank you");

            List<JsonNode> transcript = Chat.wholeTranscript(chat.customer());
            List<String> expected = new ArrayList<>(numbered());
            expected.addAll(List.of(
                    "CUSTOMER participant.joined", "One moment", "The function is done", "I am back", "Thank you"));
            assertThat(Centre.brief(transcript)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(Centre.brief(transcript)).endsWith("The function is done", "I am back", "Thank you");
            List<JsonNode> heard = socket.itemsUpToNow();
            assertThat(heard.stream().map(item -> item.path("Id").asString()))
                    .containsExactlyElementsOf(transcript.stream()
                            .skip(2)
                            .map(item -> item.path("Id").asString())
                            .toList());
        }
    }

    @Rule({"F43", "F45"})
    @Test
    void theResultOfACallThatAnAgentHasInterruptedIsDropped() throws Exception {
        Chat chat = calling();
        Control.Agent agent = centre.control().join(chat.contactId(), "Grace");

        released.countDown();
        agent.say("Good morning");
        chat.customer().say("Hello");

        await().during(java.time.Duration.ofMillis(200)).until(() -> centre.said(chat), List.of("One moment")::equals);
        assertThat(centre.transcript(chat)).endsWith("AGENT participant.joined", "Good morning", "Hello");
    }

    @Rule({"F49", "F82"})
    @Test
    void aChatThatHasEndedRunsNoActionAfterACall() throws Exception {
        Chat chat = calling();
        chat.stop();

        released.countDown();

        await().during(java.time.Duration.ofMillis(200)).until(() -> centre.said(chat), List.of("One moment")::equals);
        assertThat(centre.transcript(chat)).endsWith("chat.ended");
    }
}
