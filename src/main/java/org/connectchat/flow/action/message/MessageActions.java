package org.connectchat.flow.action.message;

import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.lex.Bots;

/** The action types of this package. */
public final class MessageActions {

    private MessageActions() {}

    /** One of each type. */
    public static List<ActionType> all(Bots bots, Views views) {
        return List.of(
                new ConnectParticipantWithLexBot(bots::recognize), new MessageParticipant(), new ShowView(views));
    }
}
