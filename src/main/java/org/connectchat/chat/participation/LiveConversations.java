package org.connectchat.chat.participation;

import static org.connectchat.chat.ChatRefused.Reason.ACCESS_DENIED;

import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.lifecycle.ChatEndings;

/** The conversations of chats that go on: lets speakers in, and tidies up behind those who crossed the end. */
final class LiveConversations {

    private final ContactStore contacts;
    private final Conversations conversations;
    private final ChatEndings endings;

    LiveConversations(ContactStore contacts, Conversations conversations, ChatEndings endings) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.endings = endings;
    }

    /**
     * The conversation of a chat that is still active.
     *
     * @throws ChatRefused if it is not
     */
    Conversation open(Seat seat) {
        Contact current = contacts.current(seat.contact().id());
        if (current == null || !current.isActive()) {
            throw new ChatRefused(ACCESS_DENIED, "Access denied");
        }
        return conversations.of(current);
    }

    /** Whoever came while the chat was ending may have missed that it did, or have begun a conversation anew. */
    void tidyIfEndedMeanwhile(Contact contact) {
        Contact current = contacts.current(contact.id());
        if (current == null) {
            conversations.remove(contact.sessionId());
        } else if (!current.isActive()) {
            endings.sayGoodbye(current, null);
        }
    }
}
