package org.connectchat.flow.run;

import java.util.function.Predicate;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.NewAgent;
import org.connectchat.chat.session.ChatState;

/** How a standing agent joins a chat that waits. */
@FunctionalInterface
interface AgentJoin {

    /**
     * Adds the agent, if the chat still waits for one.
     *
     * @throws ChatRefused if it does not, or takes no agent
     */
    Seat join(String sessionId, NewAgent agent, Predicate<ChatState> waits);
}
