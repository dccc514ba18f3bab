package org.connectchat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.topic.TopicServer;
import org.junit.jupiter.api.Test;

/** Items that wait for their topic when the state is saved. */
class StreamingStateTest {

    private static final String ARN = "arn:aws:sns:us-east-1:000000000000:topic";

    private static Emulator emulator(TopicServer topic) {
        return Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.streaming.topics[0].arn=" + ARN,
                "emulator.streaming.topics[0].url=" + topic.url() + "/topic");
    }

    private static List<String> said(TopicServer topic, Chat chat) {
        return topic.taken("/topic", chat.contactId()).stream()
                .map(TopicServer.Notification::item)
                .filter(item -> item.path("Type").asString().equals("MESSAGE"))
                .map(item -> item.path("Content").asString())
                .toList();
    }

    @Test
    @Rule("V12")
    void whatWaitsIsDeliveredOnceAndInOrderAfterALoad() {
        try (TopicServer down = new TopicServer(notification -> 503);
                TopicServer up = new TopicServer();
                Emulator from = emulator(down);
                Emulator to = emulator(up)) {
            Chat chat = Chat.start(from);
            Party.worked(from.send("POST", "/contact/start-streaming", """
                    {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "",
                     "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(chat.contactId(), ARN)));
            for (String text : List.of("one", "two", "three")) {
                Party.worked(chat.customer().say(text));
            }
            assertThat(said(down, chat)).isEmpty();

            String document = new Control(from).call("GET", "/state", null).body();
            assertThat(new Control(to).call("PUT", "/state", document).status()).isEqualTo(200);
            Party.worked(new Party(to, chat.customer().id(), chat.customer().participantToken()).say("four"));

            await().until(() -> said(up, chat).contains("four"));
            assertThat(said(up, chat)).containsExactly("one", "two", "three", "four");
        }
    }
}
