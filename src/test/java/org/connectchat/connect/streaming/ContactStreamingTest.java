package org.connectchat.connect.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.testkit.topic.Streamed.EMULATOR;
import static org.connectchat.testkit.topic.Streamed.TOPIC;

import java.util.List;
import java.util.UUID;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.connectchat.testkit.topic.Streamed;
import org.connectchat.testkit.topic.TopicServer.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations of message streaming, over HTTP. */
class ContactStreamingTest {

    @Test
    @Rule({"S6", "S10", "S12"})
    void theFourCallsOfABridgeConnectTheCustomerAndStreamWhatFollows() {
        Chat chat = Chat.start(EMULATOR, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "InitialMessage": {"ContentType": "text/plain", "Content": "First"}}""");
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        Party.worked(chat.customer().connection("""
                {"Type": ["CONNECTION_CREDENTIALS"], "ConnectParticipant": true}"""));
        chat.customer().say("Second");

        List<Notification> messages = Streamed.messages(chat.contactId(), streamingId, 2);

        assertThat(streamingId).hasSizeBetween(1, 100);
        assertThat(messages.get(0).item().path("ContentType").asString()).isEqualTo(Party.EVENT + "participant.joined");
        assertThat(messages.get(1).item().path("Content").asString()).isEqualTo("Second");
    }

    @Test
    @Rule({"S10", "B4"})
    void aStreamedChatLivesWithoutASocketBeyondTheFiveMinutes() {
        Chat streamed = Chat.start(EMULATOR);
        Chat plain = Chat.start(EMULATOR);
        Streamed.started(streamed.contactId(), TOPIC);
        streamed.customer().sayPresent();
        plain.customer().sayPresent();

        Streamed.CONTROL.advance("PT6M");

        assertThat(streamed.description().has("DisconnectTimestamp")).isFalse();
        assertThat(plain.description().path("DisconnectReason").asString())
                .isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
    }

    @Test
    @Rule("S6")
    void aClientTokenStartsOneStreamingHoweverManyAskAtOnce() {
        String contactId = Chat.start(EMULATOR).contactId();
        String token = UUID.randomUUID().toString();

        List<String> ids = Simultaneously.call(
                8, number -> Streamed.start(contactId, TOPIC, token).text("StreamingId"));

        assertThat(ids).containsOnly(ids.get(0)).doesNotContain("");
        assertThat(Streamed.start(contactId, TOPIC, "").outcome()).isEqualTo("200");
        assertThat(Streamed.start(contactId, TOPIC, token).text("StreamingId")).isEqualTo(ids.get(0));
    }

    @Test
    @Rule("S9")
    void aContactHasTwoStreamingsAtMostHoweverManyAskAtOnce() {
        String contactId = Chat.start(EMULATOR).contactId();

        List<String> outcomes = Simultaneously.call(
                8, number -> Streamed.start(contactId, TOPIC, "").outcome());

        assertThat(outcomes).filteredOn("200"::equals).hasSize(2);
        assertThat(outcomes).filteredOn("429 LimitExceededException"::equals).hasSize(6);
    }

    @Test
    @Rule({"S6", "R13"})
    void withoutMemoryForMoreTheErrorIsOneThatTheOperationHas() {
        try (Emulator full = Emulator.own("emulator.throttling.enabled=false")) {
            MemoryBudget memory = full.bean(MemoryBudget.class);
            String contactId = Chat.start(full).contactId();
            memory.hold(memory.limit());

            assertThat(full.send("POST", "/contact/start-streaming", """
                    {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "",
                     "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(contactId, TOPIC))
                            .outcome())
                    .isEqualTo("429 LimitExceededException");
        }
    }

    @Test
    @Rule({"S7", "S9"})
    void aStoppedStreamingGivesItsPlaceBackAndGetsNothingMore() {
        Chat chat = Chat.start(EMULATOR);
        String contactId = chat.contactId();
        String streamingId = Streamed.started(contactId, TOPIC);
        chat.customer().sayPresent();
        Streamed.messages(contactId, streamingId, 1);

        Answer stopped = Streamed.stop(contactId, streamingId);
        chat.customer().say("Unheard");

        assertThat(stopped.outcome()).isEqualTo("200");
        assertThat(stopped.body()).isEqualTo("{}");
        assertThat(Streamed.stop(contactId, streamingId).outcome()).isEqualTo("200");
        assertThat(Streamed.view(contactId, streamingId).path("active").asBoolean())
                .isFalse();
        assertThat(Streamed.awaited(contactId, streamingId, "{\"settled\": true}")
                        .path("delivered")
                        .asLong())
                .isEqualTo(1);
        Streamed.started(contactId, TOPIC);
        Streamed.started(contactId, TOPIC);
        assertThat(Streamed.start(contactId, TOPIC, "").outcome()).isEqualTo("429 LimitExceededException");
    }

    @Test
    @Rule({"S6", "S7"})
    void unknownContactsAndStreamingsAreNotFoundAndEndedChatsAreNotStreamed() {
        Chat chat = Chat.start(EMULATOR);

        assertThat(Streamed.start("unknown", TOPIC, "").outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(Streamed.stop("unknown", "any").outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(Streamed.stop(chat.contactId(), "any").outcome()).isEqualTo("404 ResourceNotFoundException");

        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        chat.stop();
        assertThat(Streamed.start(chat.contactId(), TOPIC, "").outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(Streamed.stop(chat.contactId(), streamingId).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @Rule({"S6", "S7"})
    @CsvSource({
        "start-streaming, {}, 400 InvalidRequestException",
        "start-streaming, {'InstanceId': 'i'; 'ContactId': 'c'; 'ClientToken': 't'}, 400 InvalidRequestException",
        "start-streaming, {'InstanceId': 'i'; 'ContactId': 'c'; 'ClientToken': 't'; 'ChatStreamingConfiguration': {}},"
                + " 400 InvalidRequestException",
        "stop-streaming, {'InstanceId': 'i'; 'ContactId': 'c'}, 400 InvalidRequestException",
        "stop-streaming, {'InstanceId': 'i'; 'ContactId': 'c'; 'StreamingId': ''}, 400 InvalidParameterException"
    })
    void requiredMembersAndTheirLengthsAreChecked(String operation, String body, String outcome) {
        String json = body.replace('\'', '"').replace(';', ',');

        assertThat(EMULATOR.send("POST", "/contact/" + operation, json).outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @Rule("S8")
    @ValueSource(
            strings = {
                "no-arn",
                "arn:aws:sqs:us-east-1:000000000000:items",
                "arn:aws:sns:us-east-1:000000000000:",
                "arn:aws:sns:us-east-1:000:items",
                ""
            })
    void aTextThatIsNoArnOfATopicIsAnInvalidParameter(String text) {
        String contactId = Chat.start(EMULATOR).contactId();

        assertThat(Streamed.start(contactId, text, "").outcome()).isEqualTo("400 InvalidParameterException");
    }

    @ParameterizedTest
    @Rule("S8")
    @CsvSource({
        "arn:aws:sns:us-east-1:000000000000:items.fifo, FIFO",
        "arn:aws:sns:eu-west-1:000000000000:items, emulator.region",
        "arn:aws:sns:us-east-1:000000000000:nowhere, emulator.streaming.endpoint"
    })
    void toATopicThatCannotBeReachedTheCallSucceedsAndTheReasonIsShown(String topicArn, String reason) {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), topicArn);
        chat.customer().sayPresent();

        assertThat(Streamed.awaited(chat.contactId(), streamingId, "{\"failed\": 1}")
                        .at("/failures/0/reason")
                        .asString())
                .contains(reason);
    }

    @Test
    @Rule("S4")
    void aChatCanBeStreamedFromItsStartOn() {
        String start = """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "%s", "InitialMessage": {"ContentType": "text/plain", "Content": "First"},
                 "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(UUID.randomUUID(), TOPIC);
        Answer started = Party.worked(EMULATOR.start(start));
        String contactId = started.text("ContactId");
        String streamingId = started.text("StreamingId");

        Notification first = Streamed.messages(contactId, streamingId, 1).get(0);

        assertThat(first.item().path("Content").asString()).isEqualTo("First");
        assertThat(first.attribute("ParticipantRole")).isEqualTo("CUSTOMER");
        assertThat(Party.worked(EMULATOR.start(start)).text("StreamingId")).isEqualTo(streamingId);
        assertThat(EMULATOR.start(start.replace(TOPIC, "none")).outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(EMULATOR.start(Emulator.SMALLEST_START).json().has("StreamingId"))
                .isFalse();
    }
}
