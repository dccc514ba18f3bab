package org.connectchat.flow.action.message;

import java.util.List;
import java.util.function.Function;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.BotTurn;

/** The action types of this package. */
public final class MessageActions {

    private MessageActions() {}

    /**
     * One of each type.
     *
     * @param bots takes a turn with a bot; may block, must not throw
     */
    public static List<ActionType> all(Function<BotRequest, BotTurn> bots, Views views) {
        return List.of(new ConnectParticipantWithLexBot(bots), new MessageParticipant(), new ShowView(views));
    }
}
