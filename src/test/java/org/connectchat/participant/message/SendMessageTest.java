package org.connectchat.participant.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows which messages may be sent, and that each is sent once. */
class SendMessageTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final String INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";

    private static String message(String contentType, String content) {
        return """
                {"ContentType": "%s", "Content": "%s"}""".formatted(contentType, content);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 1024",
        "text/markdown, 1024",
        "application/json, 12000",
        INTERACTIVE + ", 12288",
        INTERACTIVE + ".response, 12288"
    })
    @Rule("P10")
    void aMessageMayBeAsLongAsItsTypeAllows(String contentType, int longest) {
        Party customer = Chat.ofAllTypes(EMULATOR).customer();

        assertThat(customer.send(message(contentType, "x")).status()).isEqualTo(200);
        assertThat(customer.send(message(contentType, "é".repeat(longest))).status())
                .isEqualTo(200);
        Answer tooLong = customer.send(message(contentType, "x".repeat(longest + 1)));
        assertThat(tooLong.outcome()).isEqualTo("400 ValidationException");
        assertThat(tooLong.text("message")).contains("Content").contains(String.valueOf(longest));
        assertThat(customer.send(message(contentType, "")).outcome()).isEqualTo("400 ValidationException");
    }

    @Test
    @Rule("P10")
    void aCharacterOutsideOfTheBasicPlaneCountsOnce() {
        Party customer = Chat.start(EMULATOR).customer();

        assertThat(customer.send(message("text/plain", "😀".repeat(1_024))).status())
                .isEqualTo(200);
        assertThat(customer.send(message("text/plain", "😀".repeat(1_025))).status())
                .isEqualTo(400);
    }

    @Test
    @Rule("P10")
    void withUnifiedLimitsEveryTypeMayHave16384Bytes() {
        Emulator unified = Emulator.with("emulator.chat.content-limits=unified", "emulator.throttling.enabled=false");
        Party customer = Chat.start(unified).customer();

        assertThat(customer.send(message("text/plain", "x".repeat(16_384))).status())
                .isEqualTo(200);
        assertThat(customer.send(message("text/plain", "é".repeat(8_192))).status())
                .isEqualTo(200);
        assertThat(customer.send(message("text/plain", "é".repeat(8_192) + "x")).outcome())
                .isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Content\": \"hello\"}",
                "{\"ContentType\": \"text/plain\"}",
                "{\"ContentType\": \"\", \"Content\": \"hello\"}",
                "{\"ContentType\": \"text/html\", \"Content\": \"hello\"}",
                "{\"ContentType\": \"TEXT/PLAIN\", \"Content\": \"hello\"}",
                "{\"ContentType\": \"application/vnd.amazonaws.connect.event.typing\", \"Content\": \"hello\"}",
                "{\"ContentType\": \"text/plain\", \"Content\": [\"hello\"]}"
            })
    @Rule("P11")
    void aMessageNeedsContentAndAKnownContentType(String body) {
        assertThat(Chat.ofAllTypes(EMULATOR).customer().send(body).outcome()).isEqualTo("400 ValidationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/markdown", "application/json", INTERACTIVE, INTERACTIVE + ".response"})
    @Rule("P11")
    void aTypeThatTheChatDidNotNegotiateIsAValidationException(String contentType) {
        Chat chat = Chat.start(EMULATOR);

        Answer refused = chat.customer().send(message(contentType, "hello"));

        assertThat(refused.outcome()).isEqualTo("400 ValidationException");
        assertThat(refused.text("message")).contains(contentType);
        assertThat(Chat.wholeTranscript(chat.customer())).isEmpty();
    }

    @Test
    @Rule("P8")
    void theResponseHasTheIdAndTimeOfTheItem() {
        Party customer = Chat.start(EMULATOR).customer();

        Answer answer = customer.say("hello");

        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("Id", "AbsoluteTime");
        assertThat(answer.text("Id")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        Times.in(answer.json(), "AbsoluteTime");
        JsonNode item = Chat.wholeTranscript(customer).get(0);
        assertThat(item.path("Id")).isEqualTo(answer.json().path("Id"));
        assertThat(item.path("AbsoluteTime")).isEqualTo(answer.json().path("AbsoluteTime"));
    }

    @Test
    @Rule("P8")
    void contentComesBackAsItWasSent() {
        Party customer = Chat.start(EMULATOR).customer();
        String content = "  \"quoted\" \\ slash / tab\t line\nend 😀 é \u2028 <b>&amp;</b> \u0001";

        Party.worked(customer.send(
                "{\"ContentType\":\"text/plain\",\"Content\":" + Chat.JSON.writeValueAsString(content) + "}"));

        assertThat(Chat.wholeTranscript(customer))
                .singleElement()
                .satisfies(item -> assertThat(item.path("Content").asString()).isEqualTo(content));
    }

    private static String withToken(String content, String clientToken) {
        return """
                {"ContentType": "text/plain", "Content": "%s", "ClientToken": "%s"}""".formatted(content, clientToken);
    }

    @Test
    @Rule("P12")
    void theSameClientTokenSendsOnce() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();
        socket.itemsUpToNow();

        Answer first = chat.customer().send(withToken("first", "a-token"));
        Answer again = chat.customer().send(withToken("another content", "a-token"));

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(socket.itemsUpToNow())
                .extracting(item -> item.path("Content").asString())
                .containsExactly("first");
        assertThat(messages(chat.customer())).containsExactly("first");
        socket.close();
    }

    @Test
    @Rule("P12")
    void withoutAClientTokenOrWithAnEmptyOneEachCallSends() {
        Chat chat = Chat.start(EMULATOR);

        chat.customer().say("no token");
        chat.customer().say("no token");
        chat.customer().send(withToken("empty", ""));
        chat.customer().send(withToken("empty", ""));

        assertThat(messages(chat.customer())).containsExactly("no token", "no token", "empty", "empty");
    }

    @Test
    @Rule("P12")
    void clientTokensCountForOneParticipantOfOneChatAndDifferInCase() {
        Chat chat = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        Party bot = chat.addBot();

        chat.customer().send(withToken("of the customer", "a-token"));
        bot.send(withToken("of the bot", "a-token"));
        chat.customer().send(withToken("of another case", "A-TOKEN"));
        other.customer().send(withToken("of the other chat", "a-token"));

        assertThat(messages(chat.customer())).containsExactly("of the customer", "of the bot", "of another case");
        assertThat(messages(other.customer())).containsExactly("of the other chat");
    }

    @Test
    @Rule("P12")
    void aRefusedMessageUsesNoClientToken() {
        Chat chat = Chat.start(EMULATOR);

        chat.customer().send(withToken("", "a-token"));
        chat.customer().send(withToken("now it is good", "a-token"));

        assertThat(messages(chat.customer())).containsExactly("now it is good");
    }

    @Test
    @Rule("P12")
    void aClientTokenHasAtMost500Characters() {
        Party customer = Chat.start(EMULATOR).customer();

        assertThat(customer.send(withToken("hello", "t".repeat(500))).status()).isEqualTo(200);
        assertThat(customer.send(withToken("hello", "t".repeat(501))).outcome()).isEqualTo("400 ValidationException");
    }

    private static List<String> messages(Party reader) {
        return Chat.wholeTranscript(reader).stream()
                .filter(item -> item.path("Type").asString().equals("MESSAGE"))
                .map(item -> item.path("Content").asString())
                .toList();
    }
}
