package org.connectchat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Simultaneously;
import org.connectchat.testkit.topic.FlakyProxy;
import org.connectchat.testkit.topic.Moto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connectparticipant.ConnectParticipantClient;
import software.amazon.awssdk.services.connectparticipant.model.ConnectionType;
import tools.jackson.databind.JsonNode;

/** Publishing to an SNS that others wrote; {@code -Dstreaming.messages=10000} sends that many. */
@SameOnEveryJdk
class StreamingToSnsTest {

    private static final int MESSAGES = Integer.getInteger("streaming.messages", 300);
    private static final int CHATS = Math.min(100, MESSAGES / 30);

    /** The chats that share a topic: the time that moto takes for a message grows with the length of the queue. */
    private static final int CHATS_OF_A_TOPIC = 5;

    /** Each poll takes moto as much time as a message does. */
    private static final Duration POLL = Duration.ofMillis(MESSAGES > 1000 ? 2000 : 50);

    private static final String EVERY_ROLE = "{}";

    private static Moto moto;
    private static FlakyProxy proxy;
    private static Emulator emulator;
    private static Control control;

    private final String name = "t" + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        moto = Moto.start();
        proxy = new FlakyProxy(moto.endpoint());
        emulator = Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.streaming.endpoint=" + proxy.url(),
                // moto is slow under load, and an item whose response comes too late is sent again.
                "emulator.delivery.timeout=" + (MESSAGES > 1000 ? "60s" : "10s"),
                "emulator.delivery.max-pause=200ms",
                "emulator.delivery.max-waiting=" + Math.max(100, MESSAGES));
        control = new Control(emulator);
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
            proxy.close();
        }
        if (moto != null) {
            moto.close();
        }
    }

    @AfterEach
    void mend() {
        proxy.fail(Integer.MAX_VALUE, Integer.MAX_VALUE);
        proxy.setDown(false);
    }

    private static String stream(Chat chat, String topic) {
        return Party.worked(emulator.send("POST", "/contact/start-streaming", """
                {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "",
                 "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(chat.contactId(), topic)))
                .text("StreamingId");
    }

    private static JsonNode awaited(String contactId, String streamingId, String json) {
        return control.post("/contacts/" + contactId + "/streamings/" + streamingId + "/await", json);
    }

    /** The items of each session in the order in which they came, once there are so many in all. */
    private static Map<String, List<JsonNode>> received(String queue, int count) {
        Map<String, List<JsonNode>> bySession = new HashMap<>();
        int[] received = {0};
        await().atMost(Duration.ofMinutes(60)).pollInterval(POLL).until(() -> {
            List<JsonNode> notifications;
            do {
                notifications = moto.receive(queue);
                received[0] += notifications.size();
                for (JsonNode notification : notifications) {
                    JsonNode item =
                            Chat.JSON.readTree(notification.path("Message").asString());
                    bySession
                            .computeIfAbsent(item.path("InitialContactId").asString(), id -> new ArrayList<>())
                            .add(item);
                }
            } while (notifications.size() == 10);
            return received[0] >= count;
        });
        assertThat(received[0]).isEqualTo(count);
        return bySession;
    }

    @Test
    @Rule({"S12", "S15"})
    void everyItemArrivesOnceAndInOrderThoughOneCallInThreeFailsAndSomeHang() throws Exception {
        int topicCount = CHATS / CHATS_OF_A_TOPIC;
        List<String> topics = new ArrayList<>();
        List<String> queues = new ArrayList<>();
        for (int number = 0; number < topicCount; number++) {
            String numbered = name + "-" + number;
            topics.add(moto.topic(numbered));
            queues.add(moto.queue(
                    numbered, topics.get(number), "{\"ParticipantRole\": [\"CUSTOMER\"], \"Type\": [\"MESSAGE\"]}"));
        }
        proxy.fail(3, Math.max(101, MESSAGES / 10));
        int half = MESSAGES / CHATS / 2;
        int each = 2 * half;
        long begun = System.nanoTime();
        List<Chat> chats = Simultaneously.call(CHATS, number -> {
            Chat chat = Chat.start(emulator);
            stream(chat, topics.get(number % topicCount));
            Party.worked(chat.customer().connection("""
                    {"Type": ["CONNECTION_CREDENTIALS"], "ConnectParticipant": true}"""));
            IntStream.range(0, half).forEach(say -> chat.customer().say("message " + say));
            return chat;
        });
        control.advance("PT6M");
        Simultaneously.call(CHATS, number -> {
            IntStream.range(half, each)
                    .forEach(say -> chats.get(number).customer().say("message " + say));
            return number;
        });
        long sent = System.nanoTime();

        Map<String, List<JsonNode>> received = new HashMap<>();
        for (String queue : queues) {
            received.putAll(received(queue, each * CHATS_OF_A_TOPIC));
        }

        System.out.printf(
                "FIGURE %d messages of %d chats, %d topics: sent in %d s, all received after %d s;"
                        + " %d calls of the endpoint%n",
                each * CHATS,
                CHATS,
                topicCount,
                Duration.ofNanos(sent - begun).toSeconds(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                proxy.calls());
        List<String> said =
                IntStream.range(0, each).mapToObj(say -> "message " + say).toList();
        assertThat(chats)
                .allSatisfy(chat -> assertThat(chat.description().has("DisconnectTimestamp"))
                        .isFalse())
                .allSatisfy(chat -> assertThat(received.get(chat.contactId()))
                        .extracting(item -> item.path("Content").asString())
                        .containsExactlyElementsOf(said));
    }

    @Test
    @Rule({"S14", "S15"})
    void aSubscriberOfTheAgentsHearsTheAgentsAlone() throws Exception {
        String topic = moto.topic(name);
        String queue = moto.queue(name, topic, "{\"ParticipantRole\": [\"AGENT\"]}");
        String everything = moto.queue(name + "-all", topic, EVERY_ROLE);
        Chat chat = Chat.start(emulator);
        String streamingId = stream(chat, topic);
        chat.customer().sayPresent();
        control.join(chat.contactId(), "Grace").say("How can I help?");
        chat.customer().say("Hello");
        chat.stop();

        awaited(chat.contactId(), streamingId, "{\"delivered\": 5}");

        assertThat(received(queue, 2).get(chat.contactId()))
                .extracting(item -> item.path("ParticipantRole").asString())
                .containsOnly("AGENT");
        assertThat(received(everything, 5).get(chat.contactId())).hasSize(5);
    }

    @Test
    @Rule({"S12", "S11"})
    void whileTheEndpointIsDownChatsGoOnAndEverythingOfThemIsDeliveredLater() throws Exception {
        String topic = moto.topic(name);
        String queue = moto.queue(name, topic, "{\"Type\": [\"MESSAGE\"]}");
        proxy.setDown(true);
        Chat chat = Chat.start(emulator);
        String streamingId = stream(chat, topic);
        try (ClientSocket socket = chat.customer().join()) {
            IntStream.range(0, 90).forEach(say -> chat.customer().say("message " + say));
            assertThat(socket.nextItems(91)).hasSize(91);
        }
        JsonNode before =
                control.get("/contacts/" + chat.contactId() + "/streamings").at("/streamings/0");
        proxy.setDown(false);

        awaited(chat.contactId(), streamingId, "{\"delivered\": 91, \"settled\": true}");

        assertThat(before.path("waiting").asInt()).isEqualTo(91);
        assertThat(received(queue, 90).get(chat.contactId())).hasSize(90);
    }

    @Test
    @Rule({"S6", "S10"})
    void theFourCallsOfABridgeWorkByBoto3() throws Exception {
        String topic = moto.topic(name);
        String queue = moto.queue(name, topic, EVERY_ROLE);

        JsonNode printed = Boto3.at(emulator.endpoint()).run("""
                participant = boto3.client('connectparticipant', endpoint_url=connect.meta.endpoint_url)
                chat = connect.start_chat_contact(InstanceId='an-instance', ContactFlowId='a-flow',
                    ParticipantDetails={'DisplayName': 'Ada'},
                    InitialMessage={'ContentType': 'text/plain', 'Content': 'First'})
                streaming = connect.start_contact_streaming(InstanceId='an-instance', ContactId=chat['ContactId'],
                    ChatStreamingConfiguration={'StreamingEndpointArn': '%s'})
                connection = participant.create_participant_connection(Type=['CONNECTION_CREDENTIALS'],
                    ParticipantToken=chat['ParticipantToken'], ConnectParticipant=True)
                participant.send_message(ContentType='text/plain', Content='Second',
                    ConnectionToken=connection['ConnectionCredentials']['ConnectionToken'])
                connect.stop_contact_streaming(InstanceId='an-instance', ContactId=chat['ContactId'],
                    StreamingId=streaming['StreamingId'])
                print(json.dumps({'contact': chat['ContactId'], 'streaming': streaming['StreamingId']}))
                """.formatted(topic));

        assertThat(received(queue, 2)
                        .get(printed.path("contact").asString())
                        .get(1)
                        .path("Content")
                        .asString())
                .isEqualTo("Second");
    }

    @Test
    @Rule({"S6", "S10"})
    void theFourCallsOfABridgeWorkByTheSdkForJava() throws Exception {
        String topic = moto.topic(name);
        String queue = moto.queue(name, topic, EVERY_ROLE);
        URI endpoint = emulator.endpoint();
        try (ConnectClient connect = ConnectClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();
                ConnectParticipantClient participant = ConnectParticipantClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            var chat = connect.startChatContact(request -> request.instanceId("an-instance")
                    .contactFlowId("a-flow")
                    .participantDetails(details -> details.displayName("Ada")));
            String streamingId = connect.startContactStreaming(request -> request.instanceId("an-instance")
                            .contactId(chat.contactId())
                            .clientToken(name)
                            .chatStreamingConfiguration(to -> to.streamingEndpointArn(topic)))
                    .streamingId();
            String token = participant
                    .createParticipantConnection(request -> request.participantToken(chat.participantToken())
                            .type(ConnectionType.CONNECTION_CREDENTIALS)
                            .connectParticipant(true))
                    .connectionCredentials()
                    .connectionToken();
            participant.sendMessage(request ->
                    request.connectionToken(token).contentType("text/plain").content("Hello"));
            connect.stopContactStreaming(request -> request.instanceId("an-instance")
                    .contactId(chat.contactId())
                    .streamingId(streamingId));

            assertThat(received(queue, 2)
                            .get(chat.contactId())
                            .get(1)
                            .path("Content")
                            .asString())
                    .isEqualTo("Hello");
        }
    }
}
