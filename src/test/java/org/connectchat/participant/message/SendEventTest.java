package org.connectchat.participant.message;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Shows which events may be sent, and that a client token never holds one back. */
class SendEventTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    @ParameterizedTest
    @ValueSource(strings = {"typing", "connection.acknowledged"})
    @Rule("P13")
    void anEventNeedsNoContentAndReturnsAnIdAndATime(String suffix) {
        Party customer = Chat.start(EMULATOR).customer();

        Answer answer = customer.signal(suffix);

        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("Id", "AbsoluteTime");
        assertThat(answer.text("Id")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        Times.in(answer.json(), "AbsoluteTime");
    }

    @Test
    @Rule("P13")
    void theEmptyContentThatMobileClientsSendIsFine() {
        assertThat(Chat.start(EMULATOR).customer().event("""
                        {"ContentType": "application/vnd.amazonaws.connect.event.typing", "Content": ""}""").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Content\": \"{}\"}",
                "{\"ContentType\": \"\"}",
                "{\"ContentType\": \"text/plain\", \"Content\": \"hello\"}",
                "{\"ContentType\": \"application/vnd.amazonaws.connect.event.chat.ended\"}",
                "{\"ContentType\": \"application/vnd.amazonaws.connect.event.participant.joined\"}",
                "{\"ContentType\": \"application/vnd.amazonaws.connect.event.typing\", \"Content\": {}}"
            })
    @Rule("P13")
    void anythingElseIsAValidationException(String body) {
        assertThat(Chat.start(EMULATOR).customer().event(body).outcome()).isEqualTo("400 ValidationException");
    }

    @Test
    @Rule("P13")
    void contentAndClientTokenHaveTheirLimits() {
        Party customer = Chat.start(EMULATOR).customer();
        String event = """
                {"ContentType": "application/vnd.amazonaws.connect.event.typing", "Content": "%s", "ClientToken": "%s"}""";

        assertThat(customer.event(event.formatted("x".repeat(16_384), "t".repeat(500)))
                        .status())
                .isEqualTo(200);
        assertThat(customer.event(event.formatted("x".repeat(16_385), "t")).outcome())
                .isEqualTo("400 ValidationException");
        assertThat(customer.event(event.formatted("x", "t".repeat(501))).outcome())
                .isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"not json\"",
                "\"[]\"",
                "\"{}\"",
                "\"{\\\"messageId\\\":\\\"\\\"}\"",
                "\"{\\\"messageId\\\":1}\"",
                "null"
            })
    @Rule("P13")
    void aReceiptNamesItsMessageInAJsonText(String content) {
        Party customer = Chat.start(EMULATOR).customer();

        for (String suffix : new String[] {"delivered", "read"}) {
            assertThat(customer.event("""
                            {"ContentType": "application/vnd.amazonaws.connect.event.message.%s", "Content": %s}""".formatted(suffix, content)).outcome()).isEqualTo("400 ValidationException");
        }
    }

    @Test
    @Rule("P14")
    void aClientTokenHoldsNoEventBack() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();
        socket.itemsUpToNow();
        String typing = """
                {"ContentType": "application/vnd.amazonaws.connect.event.typing", "ClientToken": "a-token"}""";

        Answer first = chat.customer().event(typing);
        Answer second = chat.customer().event(typing);

        assertThat(second.text("Id")).isNotEqualTo(first.text("Id"));
        assertThat(socket.itemsUpToNow())
                .extracting(item -> item.path("Id").asString())
                .containsExactly(first.text("Id"), second.text("Id"));
        socket.close();
    }

    @Test
    @Rule("P14")
    void receiptsWithTheConstantClientTokenOfChatJsAllCount() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();
        String one = bot.say("one").text("Id");
        String two = bot.say("two").text("Id");

        chat.customer().receipt("read", one);
        chat.customer().receipt("read", two);

        assertThat(Chat.wholeTranscript(chat.customer()))
                .filteredOn(item -> item.path("Type").asString().equals("MESSAGE"))
                .hasSize(2)
                .allSatisfy(item ->
                        assertThat(item.at("/MessageMetadata/Receipts").size()).isEqualTo(1));
    }

    @Test
    @Rule("P15")
    void typingAndAcknowledgementsStayOutOfTheTranscript() {
        Chat chat = Chat.start(EMULATOR);
        chat.customer().signal("typing");
        chat.customer().signal("connection.acknowledged");
        String message = chat.customer().say("hello").text("Id");

        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(item -> item.path("Id").asString())
                .containsExactly(message);
    }

    @Test
    @Rule("P9")
    void aBotThatAcknowledgesItsConnectionAsAgentsUsedToIsHeardToJoin() {
        Chat chat = Chat.start(EMULATOR);
        Party bot = chat.addBot();

        bot.signal("connection.acknowledged");
        bot.signal("connection.acknowledged");

        assertThat(Chat.wholeTranscript(bot)).singleElement().satisfies(item -> {
            assertThat(item.path("ContentType").asString()).isEqualTo(Party.EVENT + "participant.joined");
            assertThat(item.path("ParticipantId").asString()).isEqualTo(bot.id());
        });
    }
}
