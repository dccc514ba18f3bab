package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** A custom participant and a flow in one chat. */
class BotBesideAFlowTest {

    private final Centre centre = new Centre(Emulator.unthrottled());

    private Chat start() {
        return centre.start(centre.flow(new FlowScript()
                .says("Welcome")
                .waitsFor("CustomerReturned")
                .waitsFor("BotParticipantDisconnected")
                .says("The bot is gone")
                .stands()));
    }

    @Rule("F51")
    @Test
    void theFlowHearsOnlyThatTheBotHasLeft() {
        Chat chat = start();
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem("text/plain");
            Party bot = chat.addBot();
            bot.sayPresent();
            bot.say("I am Robo");
            chat.customer().say("Good morning");
            bot.say("How can I help?");
            assertThat(Centre.brief(socket.nextItems(4)))
                    .containsExactly("CUSTOM_BOT participant.joined", "I am Robo", "Good morning", "How can I help?");
            assertThat(socket.itemsUpToNow()).isEmpty();

            Party.worked(bot.disconnect());

            assertThat(Centre.brief(socket.nextItems(2)))
                    .containsExactly("CUSTOM_BOT participant.left", "The bot is gone");
        }
    }

    @Rule({"F35", "F51"})
    @Test
    void withoutABotThereIsNothingToWaitFor() {
        Chat chat = start();
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem("text/plain");

            chat.customer().say("Good morning");

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("Good morning", "The bot is gone");
        }
    }
}
