package org.connectchat.chat.participation;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOMER;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOM_BOT;

import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;

/** Tells the flow of a chat, if it has one, what its participants do. Every method is called under the lock of the chat. */
final class FlowNotices {

    private FlowNotices() {}

    static void customerConnected(ChatState state) {
        ChatFlow flow = state.flow();
        if (flow != null) {
            flow.customerConnected(state);
        }
    }

    /** A participant has sent a message or a file; the flow hears only the customer. */
    static void sent(ChatState state, Participant participant, ChatItem item) {
        ChatFlow flow = state.flow();
        if (flow != null && participant.role() == CUSTOMER) {
            flow.customerSent(state, item);
        }
    }

    /** Rule F36: whether a message is meant for the flow alone. */
    static boolean hides(ChatState state, Participant participant, ChatMessage message) {
        ChatFlow flow = state.flow();
        return flow != null && participant.role() == CUSTOMER && flow.hides(message);
    }

    /** Rule F44: an agent joins when the whispers of the flow are over. */
    static boolean joinsLater(ChatState state, Participant participant) {
        ChatFlow flow = state.flow();
        return flow != null
                && participant.role() == AGENT
                && !state.conversation().hasJoined(participant.id())
                && flow.agentConnects(state, participant);
    }

    /** A participant other than the customer has left a chat that goes on. */
    static void left(ChatState state, Participant leaving) {
        ChatFlow flow = state.flow();
        if (flow != null && leaving.role() == CUSTOM_BOT) {
            flow.customParticipantLeft(state);
        } else if (flow != null) {
            flow.agentLeft(state, leaving);
        }
    }

    /** Rule F46: whether this agent is the last one that is connected. */
    static boolean isLastAgent(ChatState state, Participant leaving) {
        return leaving.role() == AGENT
                && isPresent(state, leaving)
                && state.contact().participants().stream()
                        .noneMatch(other ->
                                other.role() == AGENT && !other.id().equals(leaving.id()) && isPresent(state, other));
    }

    private static boolean isPresent(ChatState state, Participant participant) {
        Conversation conversation = state.startedConversation();
        return conversation != null && conversation.hasJoined(participant.id());
    }
}
