package org.connectchat.connect.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.connectchat.testkit.topic.TopicServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connectparticipant.ConnectParticipantClient;
import software.amazon.awssdk.services.connectparticipant.model.ConnectionType;
import tools.jackson.databind.JsonNode;

/**
 * The four calls of a bridge by boto3 and by the SDK for Java: the chat lives past five minutes without a socket. The SDK for
 * JavaScript makes them in {@code src/test/chatjs/aws-sdk.test.mjs}.
 */
class ChatWithoutASocketTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:bridge";
    private static final String FIVE_MINUTES = "PT5M1S";

    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private static TopicServer topic;
    private static Emulator emulator;
    private static Control control;

    /** The emulator is not shared, because its clock is moved. The topic refuses one request in three. */
    @BeforeAll
    static void start() {
        topic = new TopicServer(notification -> REQUESTS.incrementAndGet() % 3 == 0 ? 503 : 200);
        emulator = Emulator.own(
                "emulator.streaming.topics[0].arn=" + TOPIC,
                "emulator.streaming.topics[0].url=" + topic.url() + "/sns",
                "emulator.delivery.max-pause=100ms");
        control = new Control(emulator);
    }

    @AfterAll
    static void stop() {
        emulator.close();
        topic.close();
    }

    @Test
    @Rule({"S6", "S10", "S12"})
    void itLivesPastFiveMinutesByBoto3() throws Exception {
        JsonNode printed = Boto3.at(emulator.endpoint()).run("""
                import urllib.request
                participant = boto3.client('connectparticipant', endpoint_url=connect.meta.endpoint_url)
                chat = connect.start_chat_contact(InstanceId='an-instance', ContactFlowId='a-flow',
                    ParticipantDetails={'DisplayName': 'Ada'},
                    InitialMessage={'ContentType': 'text/plain', 'Content': 'Hello'})
                i = dict(InstanceId='an-instance', ContactId=chat['ContactId'])
                streaming = connect.start_contact_streaming(
                    ChatStreamingConfiguration={'StreamingEndpointArn': '%s'}, **i)
                connection = participant.create_participant_connection(Type=['CONNECTION_CREDENTIALS'],
                    ParticipantToken=chat['ParticipantToken'], ConnectParticipant=True)
                def say(text):
                    participant.send_message(ContentType='text/plain', Content=text,
                        ConnectionToken=connection['ConnectionCredentials']['ConnectionToken'])
                say('Early')
                urllib.request.urlopen(urllib.request.Request(
                    connect.meta.endpoint_url + '/_emulator/clock/advance', b'{"by": "%s"}',
                    {'Content-Type': 'application/json'})).read()
                say('Late')
                lives = 'DisconnectTimestamp' not in connect.describe_contact(**i)['Contact']
                connect.stop_contact(**i)
                print(json.dumps({'contact': chat['ContactId'], 'streaming': streaming['StreamingId'],
                                  'socket': 'Websocket' in connection, 'lives': lives}))
                """.formatted(TOPIC, FIVE_MINUTES));

        assertThat(printed.path("socket").asBoolean()).isFalse();
        assertThat(printed.path("lives").asBoolean()).isTrue();
        assertThatAllArrivesOnceAndInOrder(
                printed.path("contact").asString(), printed.path("streaming").asString());
    }

    @Test
    @Rule({"S6", "S10", "S12"})
    void itLivesPastFiveMinutesByTheSdkForJava() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint());
                ConnectParticipantClient participant = ConnectParticipantClient.builder()
                        .endpointOverride(emulator.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            var chat = connect.startChatContact(request -> request.instanceId("an-instance")
                    .contactFlowId("a-flow")
                    .participantDetails(details -> details.displayName("Ada"))
                    .initialMessage(message -> message.contentType("text/plain").content("Hello")));
            String streamingId = connect.startContactStreaming(request -> request.instanceId("an-instance")
                            .contactId(chat.contactId())
                            .clientToken("")
                            .chatStreamingConfiguration(to -> to.streamingEndpointArn(TOPIC)))
                    .streamingId();
            var connection =
                    participant.createParticipantConnection(request -> request.participantToken(chat.participantToken())
                            .type(ConnectionType.CONNECTION_CREDENTIALS)
                            .connectParticipant(true));
            say(participant, connection.connectionCredentials().connectionToken(), "Early");
            control.post("/clock/advance", "{\"by\": \"" + FIVE_MINUTES + "\"}");
            say(participant, connection.connectionCredentials().connectionToken(), "Late");

            assertThat(connection.websocket()).isNull();
            assertThat(connect.describeContact(
                                    request -> request.instanceId("an-instance").contactId(chat.contactId()))
                            .contact()
                            .disconnectTimestamp())
                    .isNull();
            connect.stopContact(request -> request.instanceId("an-instance").contactId(chat.contactId()));
            assertThatAllArrivesOnceAndInOrder(chat.contactId(), streamingId);
        }
    }

    private static void say(ConnectParticipantClient participant, String token, String text) {
        participant.sendMessage(request ->
                request.connectionToken(token).contentType("text/plain").content(text));
    }

    /** The initial message is older than the streaming. */
    private static void assertThatAllArrivesOnceAndInOrder(String contactId, String streamingId) {
        JsonNode counts =
                control.post("/contacts/" + contactId + "/streamings/" + streamingId + "/await", "{\"settled\": true}");
        assertThat(counts.path("failed").asInt()).isZero();
        List<JsonNode> items = topic.taken("/sns", contactId).stream()
                .map(TopicServer.Notification::item)
                .toList();
        assertThat(items)
                .extracting(item ->
                        item.path("Content").asString(item.path("ContentType").asString()))
                .containsExactly(event("participant.joined"), "Early", "Late", event("chat.ended"));
        assertThat(items).extracting(item -> item.path("Id").asString()).doesNotHaveDuplicates();
    }

    private static String event(String name) {
        return "application/vnd.amazonaws.connect.event." + name;
    }
}
