package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows what becomes of a message that is sent between the call for a connection and the socket's subscription. */
class BeforeTheSubscriptionTest {

    private final Chat chat = Chat.start(Emulator.unthrottled());

    @Test
    @Rule("D2")
    void anItemFromBeforeTheSubscriptionIsInTheTranscriptAndNotOnTheSocket() {
        try (ClientSocket socket = chat.customer().dial()) {
            String early = chat.customer().say("early").text("Id");

            socket.subscribed();
            socket.nextEvent("participant.joined");
            String late = chat.customer().say("late").text("Id");

            List<JsonNode> heard = socket.itemsUpToNow();
            assertThat(heard)
                    .extracting(BeforeTheSubscriptionTest::id)
                    .contains(late)
                    .doesNotContain(early);
            assertThat(Chat.wholeTranscript(chat.customer()))
                    .extracting(BeforeTheSubscriptionTest::id)
                    .containsSubsequence(early, late);
        }
    }

    @Test
    @Rule("D2")
    void theSubscriptionIsConfirmedBeforeTheFirstItemAndBothBeforeThePing() {
        try (ClientSocket socket = chat.customer().dial()) {
            socket.send("""
                    {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""");
            socket.send("""
                    {"topic":"aws/ping"}""");

            assertThat(List.of(socket.nextFrame(), socket.nextFrame(), socket.nextFrame()))
                    .extracting(frame -> frame.path("topic").asString())
                    .containsExactly("aws/subscribe", "aws/chat", "aws/ping");
        }
    }

    private static String id(JsonNode item) {
        return item.path("Id").asString();
    }
}
