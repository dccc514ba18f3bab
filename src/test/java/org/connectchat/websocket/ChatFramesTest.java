package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Shows the frames of a chat field by field. Those of receipts, of the end by StopContact and of a rehydration are shown
 * with what causes them.
 */
class ChatFramesTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private Chat chat;
    private ClientSocket socket;

    @BeforeEach
    void listen() {
        chat = Chat.ofAllTypes(EMULATOR);
        socket = chat.customer().dial();
    }

    @AfterEach
    void hangUp() {
        socket.close();
    }

    private void joined() {
        socket.subscribed();
        socket.nextEvent("participant.joined");
    }

    /** What an item of a participant must be, with the id and time that were answered. */
    private JsonNode expected(Party author, String id, String time, String rest) {
        boolean customer = author == chat.customer();
        return Chat.JSON.readTree("""
                {"AbsoluteTime": "%s", "Id": "%s", "ParticipantId": "%s", "DisplayName": "%s", "ParticipantRole": "%s",
                 "InitialContactId": "%s", "ContactId": "%s", %s}""".formatted(
                        time,
                        id,
                        author.id(),
                        customer ? "Ada" : "Robo",
                        customer ? "CUSTOMER" : "CUSTOM_BOT",
                        chat.contactId(),
                        chat.contactId(),
                        rest));
    }

    private JsonNode expected(Party author, JsonNode item, String rest) {
        Times.in(item, "AbsoluteTime");
        assertThat(item.path("Id").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return expected(
                author, item.path("Id").asString(), item.path("AbsoluteTime").asString(), rest);
    }

    private static String event(String suffix) {
        return """
                "Type": "EVENT", "ContentType": "application/vnd.amazonaws.connect.event.%s\"""".formatted(suffix);
    }

    @Test
    @Rule("W8")
    void anItemTravelsAsAJsonTextInAnEnvelope() {
        socket.subscribed();

        JsonNode frame = socket.nextFrame();

        assertThat(frame.propertyNames()).containsExactlyInAnyOrder("content", "contentType", "topic");
        assertThat(frame.path("topic").asString()).isEqualTo("aws/chat");
        assertThat(frame.path("contentType").asString()).isEqualTo("application/json");
        assertThat(frame.path("content").isString()).isTrue();
        assertThat(Chat.JSON.readTree(frame.path("content").asString()).isObject())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | How can I help?",
                "text/markdown | **How** can I help?",
                "application/json | {\\\"a\\\":1}",
                "application/vnd.amazonaws.connect.message.interactive | {\\\"templateType\\\":\\\"ListPicker\\\"}",
                "application/vnd.amazonaws.connect.message.interactive.response | {\\\"action\\\":\\\"Submit\\\"}"
            })
    @Rule({"W8", "W9"})
    void aMessageComesWithTheIdAndTimeThatItsSenderGotAndThatTheTranscriptHas(String contentType, String content) {
        joined();
        Party bot = chat.addBot();

        for (Party author : new Party[] {chat.customer(), bot}) {
            Answer answer = author.send("""
                    {"ContentType": "%s", "Content": "%s"}""".formatted(contentType, content));

            JsonNode item = socket.nextItem();
            assertThat(item).isEqualTo(expected(author, answer.text("Id"), answer.text("AbsoluteTime"), """
                    "Type": "MESSAGE", "ContentType": "%s", "Content": "%s\"""".formatted(
                            contentType, content)));
            assertThat(author.transcript("""
                            {"MaxResults": 1}""").at("/Transcript/0/AbsoluteTime")).isEqualTo(item.path("AbsoluteTime"));
            assertThat(author.transcript("""
                            {"MaxResults": 1}""").at("/Transcript/0/Id")).isEqualTo(item.path("Id"));
        }
    }

    @Test
    @Rule("W8")
    void theCustomerIsSeenToJoin() {
        socket.subscribed();

        JsonNode item = socket.nextItem();

        assertThat(item).isEqualTo(expected(chat.customer(), item, event("participant.joined")));
    }

    @Test
    @Rule("W8")
    void aBotIsSeenToJoinAndToLeave() {
        joined();
        Party bot = chat.addBot();

        bot.sayPresent();
        JsonNode came = socket.nextItem();
        bot.disconnect();
        JsonNode went = socket.nextItem();

        assertThat(came).isEqualTo(expected(bot, came, event("participant.joined")));
        assertThat(went).isEqualTo(expected(bot, went, event("participant.left")));
    }

    @Test
    @Rule({"W8", "W9"})
    void typingIsSeenByBothWithTheIdThatItsSenderGot() {
        joined();
        Party bot = chat.addBot();
        ClientSocket botSocket = bot.join();
        socket.nextEvent("participant.joined");
        botSocket.itemsUpToNow();

        for (Party author : new Party[] {chat.customer(), bot}) {
            Answer answer = author.signal("typing");

            JsonNode expected = expected(author, answer.text("Id"), answer.text("AbsoluteTime"), event("typing"));
            assertThat(socket.nextItem()).isEqualTo(expected);
            assertThat(botSocket.nextItem()).isEqualTo(expected);
        }
        botSocket.close();
    }

    @Test
    @Rule("W8")
    void theCustomerIsSeenToLeaveAndTheChatToEnd() {
        joined();

        chat.customer().disconnect();

        JsonNode left = socket.nextItem();
        assertThat(left).isEqualTo(expected(chat.customer(), left, event("participant.left")));
        JsonNode ended = socket.nextItem();
        assertThat(ended).isEqualTo(Chat.JSON.readTree("""
                {"AbsoluteTime": "%s", "Id": "%s", "InitialContactId": "%s", "ContactId": "%s", %s}""".formatted(
                        ended.path("AbsoluteTime").asString(),
                        ended.path("Id").asString(),
                        chat.contactId(),
                        chat.contactId(),
                        event("chat.ended"))));
        assertThat(Times.in(ended, "AbsoluteTime")).isAfterOrEqualTo(Times.in(left, "AbsoluteTime"));
    }

    @Test
    @Rule("W9")
    void everySocketOfTheSenderHearsItToo() {
        joined();
        ClientSocket second = chat.customer().join();
        second.itemsUpToNow();

        String id = chat.customer().say("hello").text("Id");

        assertThat(socket.nextItem().path("Id").asString()).isEqualTo(id);
        assertThat(second.nextItem().path("Id").asString()).isEqualTo(id);
        second.close();
    }

    @Test
    @Rule("W8")
    void textsThatAreEscapedTwiceArriveUnchanged() {
        joined();
        String content = "\"quoted\" \\ \n 😀 \u2028 <b> é \u0001";

        chat.customer()
                .send("{\"ContentType\":\"text/plain\",\"Content\":" + Chat.JSON.writeValueAsString(content) + "}");

        assertThat(socket.nextItem().path("Content").asString()).isEqualTo(content);
    }
}
