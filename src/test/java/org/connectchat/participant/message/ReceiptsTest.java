package org.connectchat.participant.message;

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
import tools.jackson.databind.JsonNode;

/** Shows that receipts reach the author's socket and stand in the transcript, in both directions. */
class ReceiptsTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private Chat chat;
    private Party bot;
    private ClientSocket customerSocket;
    private ClientSocket botSocket;

    @BeforeEach
    void twoTalk() {
        chat = Chat.start(EMULATOR);
        bot = chat.addBot();
        customerSocket = chat.customer().join();
        botSocket = bot.join();
        customerSocket.itemsUpToNow();
        botSocket.itemsUpToNow();
    }

    @AfterEach
    void bothGo() {
        customerSocket.close();
        botSocket.close();
    }

    private JsonNode inTranscript(String messageId) {
        return Chat.wholeTranscript(bot).stream()
                .filter(item -> item.path("Id").asString().equals(messageId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Rule({"P16", "W8"})
    void theAuthorHearsThatAMessageWasDelivered() {
        String messageId = chat.customer().say("hello").text("Id");
        customerSocket.nextItem("text/plain");

        Answer answer = bot.receipt("delivered", messageId);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode frame = customerSocket.nextItem();
        String delivered =
                frame.at("/MessageMetadata/Receipts/0/DeliveredTimestamp").asString();
        assertThat(frame).isEqualTo(Chat.JSON.readTree("""
                {"AbsoluteTime": "%s", "ContentType": "application/vnd.amazonaws.connect.event.message.metadata",
                 "Id": "%s", "Type": "MESSAGEMETADATA", "InitialContactId": "%s", "ContactId": "%s",
                 "MessageMetadata": {"MessageId": "%s",
                   "Receipts": [{"DeliveredTimestamp": "%s", "RecipientParticipantId": "%s"}]}}""".formatted(
                        answer.text("AbsoluteTime"),
                        answer.text("Id"),
                        chat.contactId(),
                        chat.contactId(),
                        messageId,
                        delivered,
                        bot.id())));
        Times.in(frame.at("/MessageMetadata/Receipts/0"), "DeliveredTimestamp");
    }

    @Test
    @Rule("P16")
    void aCustomersReceiptReachesTheBotToo() {
        String messageId = bot.say("hello").text("Id");
        botSocket.nextItem("text/plain");

        chat.customer().receipt("read", messageId);

        JsonNode metadata = botSocket.nextItem().path("MessageMetadata");
        assertThat(metadata.path("MessageId").asString()).isEqualTo(messageId);
        assertThat(metadata.path("Receipts").size()).isEqualTo(1);
        JsonNode receipt = metadata.at("/Receipts/0");
        assertThat(receipt.path("RecipientParticipantId").asString())
                .isEqualTo(chat.customer().id());
        assertThat(Times.in(receipt, "DeliveredTimestamp")).isEqualTo(Times.in(receipt, "ReadTimestamp"));
    }

    @Test
    @Rule("P16")
    void readAfterDeliveredKeepsWhenItWasDelivered() {
        String messageId = chat.customer().say("hello").text("Id");

        bot.receipt("delivered", messageId);
        JsonNode delivered = customerSocket.nextEvent("message.metadata").at("/MessageMetadata/Receipts/0");
        bot.receipt("read", messageId);
        JsonNode read = customerSocket.nextEvent("message.metadata").at("/MessageMetadata/Receipts/0");

        assertThat(delivered.has("ReadTimestamp")).isFalse();
        assertThat(read.path("DeliveredTimestamp")).isEqualTo(delivered.path("DeliveredTimestamp"));
        assertThat(Times.in(read, "ReadTimestamp")).isAfterOrEqualTo(Times.in(delivered, "DeliveredTimestamp"));
        assertThat(inTranscript(messageId).at("/MessageMetadata/Receipts").size())
                .isEqualTo(1);
        assertThat(inTranscript(messageId).at("/MessageMetadata/Receipts/0")).isEqualTo(read);
    }

    @Test
    @Rule({"P15", "P16"})
    void receiptsStandWithTheirMessageInTheTranscriptAndAreNoItems() {
        String asked = bot.say("How can I help?").text("Id");
        String answered = chat.customer().say("Not at all").text("Id");
        chat.customer().receipt("read", asked);
        bot.receipt("delivered", answered);

        assertThat(inTranscript(asked).at("/MessageMetadata/MessageId").asString())
                .isEqualTo(asked);
        assertThat(inTranscript(asked).at("/MessageMetadata/Receipts/0").propertyNames())
                .containsExactlyInAnyOrder("DeliveredTimestamp", "ReadTimestamp", "RecipientParticipantId");
        assertThat(inTranscript(answered)
                        .at("/MessageMetadata/Receipts/0/RecipientParticipantId")
                        .asString())
                .isEqualTo(bot.id());
        assertThat(Chat.wholeTranscript(bot))
                .extracting(item -> item.path("Type").asString())
                .doesNotContain("MESSAGEMETADATA");
    }

    @Test
    @Rule("P16")
    void aMessageWithoutReceiptsHasNoMetadata() {
        String messageId = chat.customer().say("hello").text("Id");

        assertThat(inTranscript(messageId).has("MessageMetadata")).isFalse();
        assertThat(customerSocket.nextItem("text/plain").has("MessageMetadata")).isFalse();
    }

    @Test
    @Rule("P17")
    void aReceiptForAnUnknownMessageSucceedsAndIsNotPublished() {
        String foreign = Chat.start(EMULATOR).customer().say("elsewhere").text("Id");

        for (String unknown : new String[] {"no-id-of-ours", foreign}) {
            Answer answer = bot.receipt("read", unknown);
            assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("Id", "AbsoluteTime");
            Times.in(answer.json(), "AbsoluteTime");
        }
        assertThat(customerSocket.itemsUpToNow()).isEmpty();
        assertThat(botSocket.itemsUpToNow()).isEmpty();
    }

    @Test
    @Rule("P17")
    void aReceiptForOnesOwnMessageSucceedsAndIsNotPublished() {
        String own = chat.customer().say("hello").text("Id");
        customerSocket.itemsUpToNow();

        assertThat(chat.customer().receipt("read", own).status()).isEqualTo(200);

        assertThat(customerSocket.itemsUpToNow()).isEmpty();
        assertThat(inTranscript(own).has("MessageMetadata")).isFalse();
    }
}
