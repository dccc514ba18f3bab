package org.connectchat.flow.life;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chats that are saved while their flow waits for a response or for an agent, and go on in another emulator. */
class SavedFlowsTest {

    private static final String ORDERED = """
            {"messages": [{"contentType": "PlainText", "content": "It is ordered"}],
             "sessionState": {"dialogAction": {"type": "Close"}, "intent": {"name": "Order", "state": "Fulfilled"}}}""";

    /** The inputs of the calls, in their order: the first call gets no response before the test releases it. */
    private final List<String> called = new CopyOnWriteArrayList<>();

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Emulator from;
    private Emulator to;
    private Centre source;
    private Centre target;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::respond);
        server.start();
        from = emulator();
        to = emulator();
        source = new Centre(from);
        target = new Centre(to);
    }

    private void respond(HttpExchange call) throws IOException {
        boolean ofBot = call.getRequestURI().getPath().startsWith("/bots/");
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        called.add(ofBot ? Chat.JSON.readTree(body).path("text").asString() : "function");
        byte[] result = (ofBot ? ORDERED : "{\"words\": \"The function is done\"}").getBytes(UTF_8);
        try (call) {
            if (called.size() == 1 && !released.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test did not release the call");
            }
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, result.length);
            call.getResponseBody().write(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Emulator emulator() {
        String url = "http://localhost:" + server.getAddress().getPort();
        return Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.flows.lambda.functions.slow=" + url + "/function",
                "emulator.flows.lex.endpoint=" + url);
    }

    @AfterEach
    void stop() {
        released.countDown();
        from.close();
        to.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void move() {
        String document = source.control().call("GET", "/state", null).body();
        Emulator.Answer loaded = target.control().call("PUT", "/state", document);
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(200);
    }

    private Party moved(Party party) {
        return new Party(to, party.id(), party.participantToken());
    }

    @Test
    @Rule({"V6", "V11"})
    void aFunctionThatIsBeingCalledIsCalledAgainAndNothingIsSaidTwice() {
        Chat chat = source.connected(source.flow(new FlowScript()
                .says("One moment")
                .calls("slow")
                .says("$.External.words")
                .waitsFor("CustomerReturned")
                .says("Thank you")
                .stands()));
        await().until(() -> called.size() == 1);

        move();
        target.awaitSaid(chat, "The function is done");
        moved(chat.customer()).say("I am back");
        target.awaitSaid(chat, "Thank you");

        assertThat(called).containsExactly("function", "function");
        assertThat(target.transcript(chat))
                .containsExactly(
                        "CUSTOMER participant.joined", "One moment", "The function is done", "I am back", "Thank you");
    }

    @Test
    @Rule({"V6", "V11"})
    void aBotThatIsBeingCalledIsCalledAgainWithTheSameInputAndNothingIsSaidTwice() {
        String flow = new FlowText()
                .action(
                        "bot",
                        "ConnectParticipantWithLexBot",
                        """
                        {"Text": "What do you need?",
                         "LexV2Bot": {"AliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/ORDERS/LIVE"}}""",
                        "end",
                        FlowText.errors("NoMatchingError", "end", "NoMatchingCondition", "end"),
                        FlowText.conditions("Equals", "Order", "says"))
                .action(
                        "says",
                        "MessageParticipant",
                        "{\"Text\": \"The intent is $.Lex.IntentName\"}",
                        "end",
                        FlowText.errors("NoMatchingError", "end"))
                .end("end", "DisconnectParticipant", "{}")
                .json();
        Chat chat = source.connected(source.flow(flow));
        await().until(() -> source.transcript(chat).contains("What do you need?"));
        chat.customer().say("Flowers");
        await().until(() -> called.size() == 1);

        move();
        await().until(
                        () -> target.control()
                                .contact(chat.contactId())
                                .path("state")
                                .asString(),
                        "ENDED"::equals);

        assertThat(called).containsExactly("Flowers", "Flowers");
        assertThat(target.transcript(chat))
                .containsExactly(
                        "CUSTOMER participant.joined",
                        "What do you need?",
                        "Flowers",
                        "It is ordered",
                        "The intent is Order",
                        "chat.ended");
    }

    @Test
    @Rule({"V6", "V11"})
    void anAgentJoinsAfterTheWhispersThatWereGoingOnAndNoneIsHeardTwice() {
        source.control().post("/clock/freeze");
        String toAgent = source.flow(
                "AGENT_WHISPER", new FlowScript().says("For the agent").ends());
        String toCustomer = source.flow(
                "CUSTOMER_WHISPER",
                new FlowScript()
                        .says("You are recorded")
                        .waits(10)
                        .says("Any moment")
                        .ends());
        Chat chat = source.connected(source.flow(new FlowScript()
                .hooks("AgentWhisper", toAgent)
                .hooks("CustomerWhisper", toCustomer)
                .queues("orders")
                .disconnects()));
        await().until(() -> source.describe(chat.contactId()).has("QueueInfo"));
        Control.Agent agent = source.control().join(chat.contactId(), "Grace");
        String flow = "/contacts/" + chat.contactId() + "/flow";
        await().until(() -> source.control().get(flow).toString(), at -> at.contains("time limit"));

        move();
        try (ClientSocket customers = moved(chat.customer()).join();
                ClientSocket agents = moved(agent.party()).join()) {
            target.control().advance("PT10S");

            assertThat(Centre.brief(customers.nextItems(2))).containsExactly("Any moment", "AGENT participant.joined");
            assertThat(Centre.brief(agents.nextItems(1))).containsExactly("AGENT participant.joined");
            moved(agent.party()).say("Good morning");
            assertThat(Centre.brief(customers.nextItems(1))).containsExactly("Good morning");
        }
        assertThat(target.transcript(chat))
                .containsExactly("CUSTOMER participant.joined", "AGENT participant.joined", "Good morning");
    }
}
