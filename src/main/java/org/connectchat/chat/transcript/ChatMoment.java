package org.connectchat.chat.transcript;

import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.session.ChatState;

/** What a watch sees of a chat. It exists only while the lock of the chat is held. */
public final class ChatMoment {

    private final ChatState state;

    ChatMoment(ChatState state) {
        this.state = state;
    }

    /** The current contact of the chat, or its last one if the chat has ended. */
    public Contact contact() {
        return state.contact();
    }

    /** The transcript of the whole session, oldest first. */
    public List<TranscriptEntry> transcript() {
        return state.transcript();
    }

    /** Whether a participant of this role is in the chat, whether it has connected or not. */
    public boolean has(ParticipantRole role) {
        return contact().isActive()
                && contact().participants().stream().anyMatch(participant -> participant.role() == role);
    }

    /** Whether a participant of this role has connected and not left. */
    public boolean isConnected(ParticipantRole role) {
        Conversation conversation = state.startedConversation();
        return conversation != null
                && contact().isActive()
                && contact().participants().stream()
                        .filter(participant -> participant.role() == role)
                        .map(Participant::id)
                        .anyMatch(conversation::hasJoined);
    }

    /** Whether the chat has ended. A chat that was removed is over, and has not ended. */
    public boolean hasEnded() {
        return !contact().isActive() && !state.isForgotten();
    }

    boolean isOver() {
        return !contact().isActive() || state.isForgotten();
    }
}
