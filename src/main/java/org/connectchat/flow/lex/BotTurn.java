package org.connectchat.flow.lex;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What one turn with a bot has come to. */
public sealed interface BotTurn {

    /**
     * The bot has replied.
     *
     * @param messages what it says, in order
     * @param dialog what becomes of the dialog
     * @param intentName the name of the intent, or null if the bot has recognized none
     * @param lex the value of the reference {@code $.Lex} after this turn (rule F65)
     * @param delay the time before the reply, on the emulator's clock; zero but for scripted bots
     */
    record Spoken(
            List<BotMessage> messages,
            Dialog dialog,
            @Nullable String intentName,
            ObjectNode lex,
            Duration delay) implements BotTurn {

        /** Without texts and slots, so that no log line holds them. */
        @Override
        public String toString() {
            return "Spoken[" + dialog + "]";
        }
    }

    /**
     * The bot has not replied: the action fails with NoMatchingError, and the customer sees nothing (rule F67).
     *
     * @param reason for the flow log; it may quote the error message of a Lex endpoint
     */
    record Failed(String reason) implements BotTurn {}
}
