package org.connectchat.chat.lifecycle;

import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;

/** The chat that a contact of an instance belongs to. */
final class KnownChat {

    private KnownChat() {}

    /**
     * Finds the chat, active or ended.
     *
     * @throws ChatRefused if the instance has no such contact
     */
    static Chat of(ChatStore chats, String instanceId, String contactId) {
        Chat chat = chats.byContact(contactId);
        if (chat == null || !chat.contact().instanceId().equals(instanceId)) {
            throw new ChatRefused(
                    ChatRefused.Reason.CONTACT_UNKNOWN,
                    "Contact " + contactId + " was not found in instance " + instanceId);
        }
        return chat;
    }
}
