package org.connectchat.chat.session;

import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ChatItem;

/**
 * The flow of a chat, as the chat knows it: the chat tells it what happens, and asks it before it ends. Every method is
 * called under the lock of the chat and returns at once; what the flow does because of it, it does later, on a thread of
 * its own.
 */
public interface ChatFlow {

    /** The chat can be found. */
    void opened(ChatState state);

    /** The customer has connected for the first time (rule F38). */
    void customerConnected(ChatState state);

    /** Rule F36: whether a message of the customer is meant for the flow alone, and stays out of the transcript. */
    boolean hides(ChatMessage message);

    /** The customer has sent a message or a file. */
    void customerSent(ChatState state, ChatItem item);

    /** The custom participant has left. */
    void customParticipantLeft(ChatState state);

    /**
     * An agent connects, which breaks the running flow off (rules F43 and F45).
     *
     * @return whether the agent joins later, when the whispers are over (rule F44)
     */
    boolean agentConnects(ChatState state, Participant agent);

    /** An agent leaves before it has joined. */
    void agentLeft(ChatState state, Participant agent);

    /** Whether a disconnect flow takes the chat over instead of an end for this reason (rules F46 and F48). */
    boolean continuesAfter(DisconnectReason reason);

    /** The disconnect flow begins: the customer remains alone, in a new contact. */
    void customerRemains(ChatState state);

    /** The chat has ended, or is removed. The flow runs no further action. */
    void ended(ChatState state);
}
