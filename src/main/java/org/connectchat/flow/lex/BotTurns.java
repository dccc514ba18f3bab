package org.connectchat.flow.lex;

import org.connectchat.flow.lex.BotTurn.Failed;
import org.connectchat.flow.lex.BotTurn.Spoken;

/** The bounds of what a bot may say in one turn. */
final class BotTurns {

    /** As many as Lex returns at most. */
    private static final int MAX_MESSAGES = 10;

    /** The most that a chat message holds. */
    private static final int MAX_CONTENT = 16_384;

    private BotTurns() {}

    static BotTurn bounded(Spoken turn) {
        if (turn.messages().size() > MAX_MESSAGES) {
            return new Failed("The bot says " + turn.messages().size() + " messages in one turn; Lex has at most "
                    + MAX_MESSAGES);
        }
        boolean fits =
                turn.messages().stream().allMatch(message -> message.content().length() <= MAX_CONTENT);
        return fits ? turn : new Failed("A message of the bot has more than " + MAX_CONTENT + " characters");
    }
}
