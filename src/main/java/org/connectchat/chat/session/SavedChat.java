package org.connectchat.chat.session;

import java.util.List;
import org.connectchat.chat.contact.SavedSession;
import org.connectchat.chat.conversation.SavedConversation;
import org.jspecify.annotations.Nullable;

/**
 * A chat as it is saved: everything of it that changes. Its deadlines follow from it and from the settings.
 *
 * @param conversation null if no participant has sent or received anything
 * @param keys the connection tokens and tickets, oldest first
 * @param timers the chat timers in effect, or null
 * @param continuedWith the client token of the call that made the chat continue a past one, or null
 * @param flow null if the chat has none
 */
public record SavedChat(
        SavedSession session,
        @Nullable SavedConversation conversation,
        List<SavedKey> keys,
        @Nullable SavedTimers timers,
        @Nullable String continuedWith,
        @Nullable SavedFlow flow) {

    /** The id of the session, which is that of its first contact. */
    public String sessionId() {
        return session.contacts().get(0).id();
    }

    /** Without what is saved. */
    @Override
    public String toString() {
        return "SavedChat";
    }
}
