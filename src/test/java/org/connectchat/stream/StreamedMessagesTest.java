package org.connectchat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.testkit.topic.Streamed.CONTROL;
import static org.connectchat.testkit.topic.Streamed.EMULATOR;
import static org.connectchat.testkit.topic.Streamed.LAMBDA_TOPIC;
import static org.connectchat.testkit.topic.Streamed.SERVER;
import static org.connectchat.testkit.topic.Streamed.TOPIC;

import java.util.List;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sharer;
import org.connectchat.testkit.topic.Streamed;
import org.connectchat.testkit.topic.TopicServer.Notification;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is published for the items of a chat. */
class StreamedMessagesTest {

    @Test
    @Rule({"S12", "S13"})
    void everyItemIsPublishedInOrderAsSocketsShowIt() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        try (ClientSocket socket = chat.customer().join()) {
            chat.customer().say("Hello");
            Control.Agent agent = CONTROL.join(chat.contactId(), "Grace");
            agent.say("How can I help?");
            chat.customer().signal("typing");

            List<JsonNode> ofTheSocket = socket.nextItems(5);

            assertThat(Streamed.messages(chat.contactId(), streamingId, 5).stream()
                            .map(Notification::item))
                    .containsExactlyElementsOf(ofTheSocket);
        }
    }

    @Test
    @Rule({"S13", "S14"})
    void aMessageHasTheAttributesOfItsItem() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        chat.customer().say("Hello");
        chat.stop();

        Notification message =
                Streamed.messages(chat.contactId(), streamingId, 1).get(0);

        assertThat(message.sns().path("MessageAttributes"))
                .isEqualTo(Chat.JSON.readTree("""
                {"InitialContactId": {"Type": "String", "Value": "%1$s"},
                 "ContactId": {"Type": "String", "Value": "%1$s"},
                 "ParticipantRole": {"Type": "String", "Value": "CUSTOMER"},
                 "InstanceId": {"Type": "String", "Value": "an-instance"},
                 "AccountId": {"Type": "String", "Value": "000000000000"},
                 "Type": {"Type": "String", "Value": "MESSAGE"},
                 "ContentType": {"Type": "String", "Value": "text/plain"},
                 "MessageVisibility": {"Type": "String", "Value": "ALL"}}""".formatted(chat.contactId())));
        assertThat(message.item().propertyNames())
                .containsExactlyInAnyOrder(
                        "AbsoluteTime",
                        "Content",
                        "ContentType",
                        "Id",
                        "Type",
                        "ParticipantId",
                        "DisplayName",
                        "ParticipantRole",
                        "InitialContactId",
                        "ContactId");
    }

    @Test
    @Rule({"S11", "S14", "S15"})
    void theEndOfTheChatIsTheLastMessageAndHasNoParticipantRole() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        chat.customer().sayPresent();
        chat.customer().disconnect();

        List<Notification> messages = Streamed.messages(chat.contactId(), streamingId, 3);

        assertThat(messages)
                .extracting(message -> message.item().path("ContentType").asString())
                .extracting(type -> type.substring(type.lastIndexOf("event.")))
                .containsExactly("event.participant.joined", "event.participant.left", "event.chat.ended");
        assertThat(messages)
                .extracting(message -> message.attribute("ParticipantRole"))
                .containsExactly("CUSTOMER", "CUSTOMER", "");
        assertThat(Streamed.view(chat.contactId(), streamingId).path("active").asBoolean())
                .isFalse();
    }

    @Test
    @Rule("S11")
    void afterATransferTheStreamingGoesOnWithTheNewContact() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        chat.customer().sayPresent();
        Control.Agent first = CONTROL.join(chat.contactId(), "Grace");
        Control.Agent second = first.transferTo("Linus");
        second.say("I take over");
        String said = second.contactId();

        Streamed.awaited(said, streamingId, "{\"delivered\": 6, \"settled\": true}");
        Notification last = lastMessage(chat.contactId());

        assertThat(said).isNotEqualTo(chat.contactId());
        assertThat(last.item().path("Content").asString()).isEqualTo("I take over");
        assertThat(last.attribute("ContactId")).isEqualTo(said);
        assertThat(last.attribute("InitialContactId")).isEqualTo(chat.contactId());
    }

    private static Notification lastMessage(String contactId) {
        List<Notification> all = SERVER.taken("/sns", contactId);
        return all.get(all.size() - 1);
    }

    @Test
    @Rule("S8")
    void anHttpAddressGetsTheFormOfSns() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        chat.customer().say("Hello");

        Notification message =
                Streamed.messages(chat.contactId(), streamingId, 1).get(0);

        assertThat(message.headers())
                .containsEntry("x-amz-sns-message-type", "Notification")
                .containsEntry("x-amz-sns-topic-arn", TOPIC)
                .containsEntry(
                        "x-amz-sns-message-id", message.body().path("MessageId").asString())
                .containsEntry("Content-Type", "text/plain; charset=UTF-8");
        assertThat(message.body().propertyNames())
                .containsExactly(
                        "Type",
                        "MessageId",
                        "TopicArn",
                        "Message",
                        "Timestamp",
                        "SignatureVersion",
                        "Signature",
                        "SigningCertURL",
                        "UnsubscribeURL",
                        "MessageAttributes");
    }

    @Test
    @Rule("S8")
    void anHttpAddressGetsTheFormOfLambdaAndBothTopicsOfAChatGetEveryItem() {
        Chat chat = Chat.start(EMULATOR);
        String toFunction = Streamed.started(chat.contactId(), LAMBDA_TOPIC);
        String toTopic = Streamed.started(chat.contactId(), TOPIC);
        chat.customer().say("Hello");
        Streamed.awaited(chat.contactId(), toFunction, "{\"delivered\": 1}");

        Notification event = SERVER.taken("/lambda", chat.contactId()).get(0);

        assertThat(event.body().at("/Records/0/EventSource").asString()).isEqualTo("aws:sns");
        assertThat(event.sns().has("SigningCertUrl")).isTrue();
        assertThat(event.sns().has("UnsubscribeUrl")).isTrue();
        assertThat(event.sns().path("Subject").isNull()).isTrue();
        assertThat(event.item())
                .isEqualTo(
                        Streamed.messages(chat.contactId(), toTopic, 1).get(0).item());
    }

    @Test
    @Rule("S12")
    void manyItemsOfOneChatKeepTheirOrderThoughAttemptsFail() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        CONTROL.post("/faults", """
                {"contactId": "%s", "probability": 0.3, "effect": {"type": "FAIL_STREAMING"}}""".formatted(chat.contactId()));
        List<String> said =
                IntStream.range(0, 60).mapToObj(number -> "message " + number).toList();
        said.forEach(chat.customer()::say);

        assertThat(Streamed.messages(chat.contactId(), streamingId, 60))
                .extracting(message -> message.item().path("Content").asString())
                .containsExactlyElementsOf(said);
    }

    @Test
    @Rule({"S13", "S14"})
    void aFileIsAnItemWithItsAttachment() {
        Sharer customer = Sharer.customer(EMULATOR);
        String streamingId = Streamed.started(customer.contactId(), TOPIC);
        String attachmentId = customer.shared("notes.pdf", "Hello".getBytes(UTF_8));

        Notification message =
                Streamed.messages(customer.contactId(), streamingId, 1).get(0);

        assertThat(message.attribute("Type")).isEqualTo("ATTACHMENT");
        assertThat(message.attribute("ContentType")).isEqualTo("application/pdf");
        assertThat(message.item().path("Attachments")).isEqualTo(Chat.JSON.readTree("""
                [{"AttachmentId": "%s", "AttachmentName": "notes.pdf", "ContentType": "application/pdf",
                  "Status": "APPROVED"}]""".formatted(attachmentId)));
    }
}
