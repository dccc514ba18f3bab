package org.connectchat.chat.lifecycle;

import static org.connectchat.chat.ChatRefused.Reason.CONTACT_UNKNOWN;
import static org.connectchat.chat.ChatRefused.Reason.SOURCE_NOT_INITIAL;
import static org.connectchat.chat.ChatRefused.Reason.SOURCE_STILL_ACTIVE;

import java.util.Comparator;
import java.util.List;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;

/** Finds the contact that a new chat continues or refers to (rules B7, B8 and B9). */
final class ChatOrigins {

    private final ChatStore chats;

    ChatOrigins(ChatStore chats) {
        this.chats = chats;
    }

    Contact resolve(String instanceId, Origin origin) {
        Chat chat = chats.byContact(origin.contactId());
        Contact named = chat == null ? null : chat.contact(origin.contactId());
        if (chat == null || named == null || !named.instanceId().equals(instanceId)) {
            throw new ChatRefused(
                    CONTACT_UNKNOWN, "Contact " + origin.contactId() + " was not found in instance " + instanceId);
        }
        if (origin instanceof Origin.EntirePastSession) {
            return lastEndedOfSession(chat, named);
        }
        return origin instanceof Origin.FromSegment ? ended(named) : named;
    }

    private Contact lastEndedOfSession(Chat chat, Contact initial) {
        if (!initial.lineage().initialContactId().equals(initial.id())) {
            throw new ChatRefused(
                    SOURCE_NOT_INITIAL,
                    "Contact " + initial.id() + " is not the initial contact of its session, which is "
                            + initial.lineage().initialContactId());
        }
        List<Contact> session = chat.contacts();
        session.forEach(ChatOrigins::ended);
        return session.stream().max(Comparator.comparing(Contact::endedAt)).orElse(initial);
    }

    private static Contact ended(Contact contact) {
        if (contact.isActive()) {
            throw new ChatRefused(
                    SOURCE_STILL_ACTIVE,
                    "Contact " + contact.id() + " is still active; only a chat that has ended can be continued");
        }
        return contact;
    }
}
