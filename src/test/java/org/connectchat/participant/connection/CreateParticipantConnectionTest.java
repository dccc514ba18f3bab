package org.connectchat.participant.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows what CreateParticipantConnection gives for what is asked. */
class CreateParticipantConnectionTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final String BOTH = """
            {"Type": ["WEBSOCKET", "CONNECTION_CREDENTIALS"]}""";

    @Test
    @Rule({"P5", "P8"})
    void itGivesASocketAndAConnectionToken() {
        Answer answer = Chat.start(EMULATOR).customer().connection(BOTH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("Websocket", "ConnectionCredentials");
        JsonNode websocket = answer.json().path("Websocket");
        assertThat(websocket.propertyNames()).containsExactlyInAnyOrder("Url", "ConnectionExpiry");
        assertThat(websocket.path("Url").asString())
                .startsWith("ws://127.0.0.1:")
                .hasSizeLessThanOrEqualTo(2_000);
        assertThat(Times.in(websocket, "ConnectionExpiry")).isAfter(Instant.now());
        JsonNode credentials = answer.json().path("ConnectionCredentials");
        assertThat(credentials.propertyNames()).containsExactlyInAnyOrder("ConnectionToken", "Expiry");
        assertThat(credentials.path("ConnectionToken").asString()).hasSizeBetween(1, 1_000);
        assertThat(Times.in(credentials, "Expiry")).isAfter(Instant.now());
    }

    @Test
    @Rule("P5")
    void itReturnsOnlyTheRequestedTypes() {
        Party customer = Chat.start(EMULATOR).customer();

        assertThat(customer.connection("""
                        {"Type": ["WEBSOCKET"]}""").json().propertyNames()).containsExactly("Websocket");
        assertThat(customer.connection("""
                        {"Type": ["CONNECTION_CREDENTIALS"]}""").json().propertyNames()).containsExactly("ConnectionCredentials");
    }

    @Test
    @Rule("P7")
    void aConnectionTokenSaysThatItIsGoodForADay() {
        Party customer = Chat.start(EMULATOR).customer();
        Instant before = Instant.now().minusMillis(1);

        Answer answer = customer.connection(BOTH);

        assertThat(Times.in(answer.json().path("ConnectionCredentials"), "Expiry"))
                .isBetween(before.plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    @Rule("P7")
    void laterTokensAndUrlsLeaveTheEarlierOnesGood() {
        Party customer = Chat.start(EMULATOR).customer();
        JsonNode first = customer.connection(BOTH).json();
        JsonNode second = customer.connection(BOTH).json();

        assertThat(second.at("/ConnectionCredentials/ConnectionToken"))
                .isNotEqualTo(first.at("/ConnectionCredentials/ConnectionToken"));
        assertThat(second.at("/Websocket/Url")).isNotEqualTo(first.at("/Websocket/Url"));
        for (JsonNode issued : new JsonNode[] {first, second}) {
            String token = issued.at("/ConnectionCredentials/ConnectionToken").asString();
            assertThat(Chat.call(EMULATOR, "/participant/transcript", token, "{}")
                            .status())
                    .isEqualTo(200);
            ClientSocket.dial(URI.create(issued.at("/Websocket/Url").asString()))
                    .subscribed()
                    .close();
        }
    }

    @Test
    @Rule("P7")
    void theParticipantTokenIsGoodForAsManyConnectionsAsOneLikes() {
        Party customer = Chat.start(EMULATOR).customer();

        for (int i = 0; i < 150; i++) {
            assertThat(customer.connection(BOTH).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Type\": []}",
                "{\"Type\": [\"SMOKE_SIGNALS\"]}",
                "{\"Type\": [\"WEBSOCKET\", \"websocket\"]}",
                "{\"Type\": \"WEBSOCKET\"}",
                "{\"Type\": [\"WEBSOCKET\"], \"ConnectParticipant\": \"true\"}",
                "{\"ConnectParticipant\": false}"
            })
    @Rule("P5")
    void anUnknownTypeIsAValidationException(String body) {
        assertThat(Chat.start(EMULATOR).customer().connection(body).outcome()).isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Type\": [\"WEBRTC_CONNECTION\"]}",
                "{\"Type\": [\"WEBSOCKET\", \"WEBRTC_CONNECTION\", \"CONNECTION_CREDENTIALS\"]}"
            })
    @Rule("P6")
    void aWebRtcConnectionIsRefusedInSoManyWords(String body) {
        Answer answer = Chat.start(EMULATOR).customer().connection(body);

        assertThat(answer.outcome()).isEqualTo("400 ValidationException");
        assertThat(answer.text("message")).contains("WEBRTC_CONNECTION");
    }

    @Test
    @Rule("P9")
    void aBotConnectsBySayingSoAndIsHeardToJoinOnce() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        ClientSocket socket = chat.customer().join();
        socket.nextEvent("participant.joined");

        Answer first = bot.connection("""
                {"ConnectParticipant": true}""");
        bot.connection("""
                {"ConnectParticipant": true, "Type": ["CONNECTION_CREDENTIALS"]}""");

        assertThat(first.body()).isEqualTo("{}");
        assertThat(socket.itemsUpToNow()).singleElement().satisfies(item -> {
            assertThat(item.path("ContentType").asString()).isEqualTo(Party.EVENT + "participant.joined");
            assertThat(item.path("ParticipantId").asString()).isEqualTo(bot.id());
        });
        socket.close();
    }

    @Test
    @Rule("P9")
    void aCustomerIsNotConnectedBySayingSo() {
        Chat chat = Chat.start(EMULATOR);

        Answer answer = chat.customer().connection("""
                {"ConnectParticipant": true, "Type": ["CONNECTION_CREDENTIALS"]}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(chat.description().has("ConnectedToSystemTimestamp")).isFalse();
    }
}
