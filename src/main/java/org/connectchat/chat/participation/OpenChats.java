package org.connectchat.chat.participation;

import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;
import org.jspecify.annotations.Nullable;

/** Finds the chats in which participants act. */
final class OpenChats {

    private final ChatStore chats;

    OpenChats(ChatStore chats) {
        this.chats = chats;
    }

    /** The chat of a seat, or null if it is forgotten. */
    @Nullable
    Chat find(Seat seat) {
        return chats.byContact(seat.contact().id());
    }

    /**
     * The chat of a seat.
     *
     * @throws ChatRefused if it is forgotten
     */
    Chat of(Seat seat) {
        Chat chat = find(seat);
        if (chat == null) {
            throw denied();
        }
        return chat;
    }

    /**
     * The chat of a contact.
     *
     * @throws ChatRefused if there is no such contact
     */
    Chat of(String contactId) {
        Chat chat = chats.byContact(contactId);
        if (chat == null) {
            throw new ChatRefused(Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
        }
        return chat;
    }

    /** Refuses a contact that has ended, for a caller that names it and is not a participant. */
    static Contact requireActive(Contact contact) {
        if (!contact.isActive()) {
            throw new ChatRefused(Reason.CHAT_ENDED, "Contact " + contact.id() + " has ended");
        }
        return contact;
    }

    static ChatRefused denied() {
        return new ChatRefused(Reason.ACCESS_DENIED, "Access denied");
    }
}
