package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows that a subscription connects the customer, what that starts and stops, and how an end reaches the sockets. */
class LifeOfAChatTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final String WITH_INITIAL_MESSAGE = """
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
             "InitialMessage": {"ContentType": "text/plain", "Content": "I need help"}}""";

    private static void assertEnds(Chat chat, String reason) throws InterruptedException {
        for (int i = 0; i < 100 && !chat.description().has("DisconnectReason"); i++) {
            Thread.sleep(100);
        }
        assertThat(chat.description().path("DisconnectReason").asString())
                .as("after 10 seconds of waiting")
                .isEqualTo(reason);
    }

    @Test
    @Rule("W15")
    void theCustomerIsConnectedBySubscribingAndNotBefore() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().dial();
        socket.itemsUpToNow();
        assertThat(chat.description().has("ConnectedToSystemTimestamp")).isFalse();
        assertThat(Chat.wholeTranscript(chat.customer())).isEmpty();

        socket.subscribed();
        JsonNode joined = socket.nextEvent("participant.joined");

        Instant connected = Instant.ofEpochMilli(chat.description()
                .path("ConnectedToSystemTimestamp")
                .decimalValue()
                .movePointRight(3)
                .longValueExact());
        assertThat(connected).isBeforeOrEqualTo(Times.in(joined, "AbsoluteTime"));
        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(item -> item.path("Id").asString())
                .containsExactly(joined.path("Id").asString());
        socket.close();
    }

    @Test
    @Rule("W15")
    void furtherSubscriptionsAndSocketsAreNoFurtherJoin() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket first = chat.customer().join();
        first.nextEvent("participant.joined");
        JsonNode connected = chat.description().path("ConnectedToSystemTimestamp");

        first.subscribed();
        ClientSocket second = chat.customer().join();

        assertThat(first.itemsUpToNow()).isEmpty();
        assertThat(second.itemsUpToNow()).isEmpty();
        assertThat(chat.description().path("ConnectedToSystemTimestamp")).isEqualTo(connected);
        assertThat(Chat.wholeTranscript(chat.customer())).hasSize(1);
        first.close();
        second.close();
    }

    @Test
    @Rule("P29")
    void theInitialMessageIsTheCustomersFirst() {
        Chat chat = Chat.start(EMULATOR, WITH_INITIAL_MESSAGE);
        List<JsonNode> before = Chat.wholeTranscript(chat.customer());
        ClientSocket socket = chat.customer().join();
        chat.customer().say("Hello?");

        // A socket hears what happens once it has subscribed (W7); the initial message is older.
        List<JsonNode> heard = socket.itemsUpToNow();
        assertThat(heard)
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(Party.EVENT + "participant.joined", "text/plain");
        assertThat(heard.get(1).path("Content").asString()).isEqualTo("Hello?");
        assertThat(before).hasSize(1);
        assertThat(before.get(0).path("Content").asString()).isEqualTo("I need help");
        assertThat(before.get(0).path("ParticipantId").asString())
                .isEqualTo(chat.customer().id());
        assertThat(before.get(0).path("ParticipantRole").asString()).isEqualTo("CUSTOMER");
        assertThat(Chat.wholeTranscript(chat.customer()))
                .isEqualTo(Stream.concat(before.stream(), heard.stream().map(LifeOfAChatTest::asInTranscript))
                        .toList());
        socket.close();
    }

    /** A transcript leaves out the id of the first contact, which a frame has. */
    private static JsonNode asInTranscript(JsonNode heard) {
        return ((ObjectNode) heard.deepCopy()).without("InitialContactId");
    }

    @Test
    @Rule("P29")
    void theInitialMessageIsDatedAtTheStart() {
        Chat chat = Chat.start(EMULATOR, WITH_INITIAL_MESSAGE);

        Instant started = Instant.ofEpochMilli(chat.description()
                .path("InitiationTimestamp")
                .decimalValue()
                .movePointRight(3)
                .longValueExact());
        assertThat(Times.in(Chat.wholeTranscript(chat.customer()).get(0), "AbsoluteTime"))
                .isEqualTo(started);
    }

    @Test
    @Rule("P29")
    void theInitialMessageIsKeptWhenTheChatEndsBeforeAnyoneConnects() {
        Control control = new Control(EMULATOR);
        Chat chat = Chat.start(EMULATOR, WITH_INITIAL_MESSAGE);
        chat.stop();

        assertThat(control.contact(chat.contactId()).path("transcript"))
                .extracting(
                        item -> item.path("contentType").asString(),
                        item -> item.path("content").asString())
                .containsExactly(tuple("text/plain", "I need help"));
        assertThat(chat.description()
                        .at("/ChatMetrics/CustomerMetrics/MessagesSent")
                        .asInt())
                .isEqualTo(1);
        Chat next = Chat.continuing(EMULATOR, chat.contactId(), "ENTIRE_PAST_SESSION");
        JsonNode present = next.customer().transcript("{}");
        JsonNode past = next.customer()
                .transcript("{\"NextToken\": \"" + present.path("NextToken").asString() + "\"}");
        assertThat(past.path("Transcript"))
                .extracting(item -> item.path("Content").asString())
                .containsExactly("I need help");
    }

    @Test
    @Rule("P29")
    void theInitialMessageComesFirstAndOnceEvenIfABotTalksBeforeTheCustomerConnects() {
        Chat chat = Chat.start(EMULATOR, WITH_INITIAL_MESSAGE);
        chat.addBot().say("How can I help?");
        chat.customer().join().close();
        chat.customer().join().close();

        assertThat(Chat.wholeTranscript(chat.customer()))
                .filteredOn(item -> item.path("Type").asString().equals("MESSAGE"))
                .extracting(item -> item.path("Content").asString())
                .containsExactly("I need help", "How can I help?");
    }

    @Test
    @Rule({"W15", "B4"})
    void aConnectedCustomerOutlivesTheConnectionClock() throws Exception {
        Emulator hasty = Emulator.with("emulator.chat.connection-deadline=3s", "emulator.throttling.enabled=false");
        Chat connected = Chat.start(hasty);
        ClientSocket socket = connected.customer().join();
        Chat dialled = Chat.start(hasty);
        ClientSocket unsubscribed = dialled.customer().dial();
        Chat credentialsOnly = Chat.start(hasty);
        credentialsOnly.customer().connectionToken();

        assertEnds(dialled, "CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        assertEnds(credentialsOnly, "CUSTOMER_CONNECTION_NOT_ESTABLISHED");

        assertThat(credentialsOnly.customer().send("{}").outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(connected.customer().say("still here").status()).isEqualTo(200);
        assertThat(socket.nextItem("text/plain").path("Content").asString()).isEqualTo("still here");
        assertThat(connected.description().has("DisconnectReason")).isFalse();
        socket.close();
        unsubscribed.close();
    }

    @Test
    @Rule({"W15", "W16", "B5"})
    void theDurationClockGoesOnAndItsEndIsPushed() throws Exception {
        Emulator brief = Emulator.with("emulator.chat.default-duration=3s", "emulator.throttling.enabled=false");
        Chat chat = Chat.start(brief);
        ClientSocket socket = chat.customer().join();
        socket.nextEvent("participant.joined");

        JsonNode ended = socket.nextItem();

        assertThat(ended.path("ContentType").asString()).isEqualTo(Party.EVENT + "chat.ended");
        assertEnds(chat, "EXPIRED");
        assertThat(chat.customer().connection("""
                        {"Type": ["WEBSOCKET"]}""").outcome()).isEqualTo("403 AccessDeniedException");
        socket.close();
    }

    @Test
    @Rule("W16")
    void stopContactPushesTheEndToEverySocketOfAllParticipants() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket one = chat.customer().join();
        ClientSocket two = chat.customer().join();
        ClientSocket bots = chat.addBot().join();
        List.of(one, two, bots).forEach(ClientSocket::itemsUpToNow);

        chat.stop();

        JsonNode ended = one.nextItem();
        assertThat(ended).isEqualTo(Chat.JSON.readTree("""
                {"AbsoluteTime": "%s", "ContentType": "application/vnd.amazonaws.connect.event.chat.ended",
                 "Id": "%s", "Type": "EVENT", "InitialContactId": "%s", "ContactId": "%s"}""".formatted(
                        ended.path("AbsoluteTime").asString(),
                        ended.path("Id").asString(),
                        chat.contactId(),
                        chat.contactId())));
        assertThat(two.nextItem()).isEqualTo(ended);
        assertThat(bots.nextItem()).isEqualTo(ended);
        List.of(one, two, bots).forEach(ClientSocket::close);
    }

    @Test
    @Rule("W16")
    void theEndIsPushedOnce() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();
        socket.itemsUpToNow();

        chat.stop();
        chat.stop();

        assertThat(socket.itemsUpToNow())
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(Party.EVENT + "chat.ended");
        socket.close();
    }

    @Test
    @Rule("W16")
    void aSocketThatSubscribesAfterTheEndHearsOfItToo() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket first = chat.customer().join();
        ClientSocket late = chat.customer().dial();

        chat.stop();
        first.nextEvent("chat.ended");
        late.subscribed();

        assertThat(late.nextItem().path("ContentType").asString()).isEqualTo(Party.EVENT + "chat.ended");
        first.close();
        late.close();
    }

    @Test
    @Rule("W16")
    void someTimeAfterTheEndTheServerClosesOpenSockets() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();

        chat.stop();
        socket.nextEvent("chat.ended");

        assertThat(socket.closeCode()).isEqualTo(1000);
    }
}
