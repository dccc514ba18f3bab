package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows how what clients say on their socket is answered, however they spell it. */
class ControlTopicsTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final JsonNode SUBSCRIBED = Chat.JSON.readTree("""
            {"topic": "aws/subscribe", "content": {"status": "success", "topics": ["aws/chat"]}}""");
    private static final JsonNode HEARTBEAT = Chat.JSON.readTree("""
            {"topic": "aws/heartbeat"}""");
    private static final JsonNode PING = Chat.JSON.readTree("""
            {"topic": "aws/ping", "statusCode": 200, "statusContent": "OK"}""");

    private Chat chat;
    private ClientSocket socket;

    @BeforeEach
    void dial() {
        chat = Chat.start(EMULATOR);
        socket = chat.customer().dial();
    }

    @AfterEach
    void hangUp() {
        socket.close();
    }

    @Test
    @Rule("W5")
    void theThreeFramesOfChatJsAreAcknowledgedInOrder() {
        socket.send("""
                {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""");
        socket.send("""
                {"topic":"aws/ping"}""");
        socket.send("""
                {"topic":"aws/heartbeat"}""");

        assertThat(socket.nextFrame()).isEqualTo(SUBSCRIBED);
        assertThat(Chat.JSON
                        .readTree(socket.nextFrame().path("content").asString())
                        .path("Type")
                        .asString())
                .isEqualTo("EVENT");
        assertThat(socket.nextFrame()).isEqualTo(PING);
        assertThat(socket.nextFrame()).isEqualTo(HEARTBEAT);
    }

    @Test
    @Rule("W5")
    void everyHeartbeatAndPingIsAnsweredAlsoWithoutASubscription() {
        for (int i = 0; i < 3; i++) {
            socket.send("""
                    {"topic":"aws/heartbeat"}""");
            assertThat(socket.nextFrame()).isEqualTo(HEARTBEAT);
            socket.send("""
                    {"topic":"aws/ping"}""");
            assertThat(socket.nextFrame()).isEqualTo(PING);
        }
    }

    @Test
    @Rule("W5")
    void aSubscriptionToFurtherTopicsIsAcknowledgedForAllOfThem() {
        socket.send("""
                {"topic":"aws/subscribe","content":{"topics":["aws/typing","aws/chat"]}}""");

        assertThat(socket.nextFrame()).isEqualTo(Chat.JSON.readTree("""
                {"topic": "aws/subscribe", "content": {"status": "success", "topics": ["aws/typing", "aws/chat"]}}"""));
        assertThat(socket.nextEvent("participant.joined").path("DisplayName").asString())
                .isEqualTo("Ada");
    }

    @Test
    @Rule("W7")
    void aSubscriptionToOtherTopicsAloneIsAcknowledgedAndBringsNothing() {
        socket.send("""
                {"topic":"aws/subscribe","content":{"topics":["aws/typing"]}}""");
        assertThat(socket.nextFrame().at("/content/status").asString()).isEqualTo("success");

        chat.customer().say("hello");

        assertThat(socket.itemsUpToNow()).isEmpty();
        assertThat(chat.description().has("ConnectedToSystemTimestamp")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"topic\": \"aws/subscribe\", \"content\": {\"topics\": [\"aws/chat\"]}})",
                "{\"topic\": \"aws/subscribe\", \"content\": {\"topics\": [\"aws/chat\"]}}",
                "  { \"content\" : { \"topics\" : [ \"aws/chat\" ] , \"more\" : 1 } ,\n \"topic\" : \"aws/subscribe\" }  ",
                "{\"topic\":\"aws/subscribe\",\"content\":{\"topics\":[\"aws/chat\"]}} trailing {\"topic\":\"aws/ping\"}"
            })
    @Rule("W6")
    void aSubscriptionIsUnderstoodHoweverItIsSpelled(String frame) {
        socket.send(frame);

        assertThat(socket.nextFrame()).isEqualTo(SUBSCRIBED);
        assertThat(socket.nextEvent("participant.joined").path("DisplayName").asString())
                .isEqualTo("Ada");
    }

    @Test
    @Rule("W6")
    void aTextInSeveralFramesIsOneText() {
        socket.sendInParts("{\"topic\":\"aws/sub", "scribe\",\"content\":{\"topics\":[\"aws/chat\"]}}");

        assertThat(socket.nextFrame()).isEqualTo(SUBSCRIBED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"topic\":\"aws/unsubscribe\",\"content\":{\"topics\":[\"aws/chat\"]}}",
                "{\"topic\":\"aws/chat\",\"content\":\"{}\"}",
                "{\"topic\":\"no topic of ours\"}",
                "{\"topic\":1}",
                "{\"topic\":null}",
                "{}",
                "[]",
                "null",
                "\"aws/ping\"",
                " ",
                "not json at all",
                "{\"topic\":\"aws/ping\"",
                "\u0000"
            })
    @Rule("W6")
    void unknownFramesAreIgnored(String frame) {
        socket.send(frame);
        socket.send("""
                {"topic":"aws/heartbeat"}""");

        assertThat(socket.nextFrame()).isEqualTo(HEARTBEAT);
    }

    @Test
    @Rule("W7")
    void nothingIsDeliveredBeforeTheSubscriptionAndNothingIsRepeatedAfterIt() {
        chat.customer().say("before");
        chat.customer().signal("typing");
        assertThat(socket.itemsUpToNow()).isEmpty();

        socket.subscribed();
        chat.customer().say("after");

        assertThat(socket.itemsUpToNow())
                .filteredOn(item -> item.path("Type").asString().equals("MESSAGE"))
                .extracting(item -> item.path("Content").asString())
                .containsExactly("after");
    }

    @Test
    @Rule("W7")
    void subscribingTwiceBringsEverythingOnce() {
        socket.subscribed();
        socket.subscribed();
        socket.itemsUpToNow();

        chat.customer().say("hello");

        assertThat(socket.itemsUpToNow()).hasSize(1);
    }

    @Test
    @Rule("W5")
    void thePingOfTheWebSocketProtocolIsAnswered() {
        assertThat(socket.ping("are you there")).isEqualTo("are you there");
    }
}
