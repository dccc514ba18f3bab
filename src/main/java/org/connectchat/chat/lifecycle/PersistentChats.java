package org.connectchat.chat.lifecycle;

import java.time.Instant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.memory.Weight;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * Makes a chat that is running continue a past one, as PersistentChat does for a chat that starts (rules B7 and B8).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreatePersistentContactAssociation.html">CreatePersistentContactAssociation</a>
 */
public final class PersistentChats {

    private final Clocks clocks;
    private final ChatStore chats;
    private final ChatOrigins origins;
    private final ChatItemFactory items;

    PersistentChats(Clocks clocks, ChatStore chats, ChatItemFactory items) {
        this.clocks = clocks;
        this.chats = chats;
        this.origins = new ChatOrigins(chats);
        this.items = items;
    }

    /** Continues a past chat like {@link #continueFrom(String, String, Origin, String)}, without a client token. */
    public void continueFrom(String instanceId, String contactId, Origin origin) {
        continueFrom(instanceId, contactId, origin, null);
    }

    /**
     * Continues the past chat that the origin names. A customer who has connected is told; any other is told when it
     * connects. A call that is repeated with its client token changes nothing.
     *
     * @return the id of the contact that is continued
     * @throws ChatRefused if the chat is unknown, has ended or continues a past one already, or the past one is unknown, has
     *     not ended or is this chat itself
     */
    public String continueFrom(String instanceId, String contactId, Origin origin, @Nullable String clientToken) {
        Chat chat = KnownChat.of(chats, instanceId, contactId);
        Contact source = origins.resolve(instanceId, origin);
        if (source.sessionId().equals(chat.sessionId())) {
            throw new ChatRefused(
                    Reason.SOURCE_STILL_ACTIVE,
                    "Contact " + source.id() + " belongs to the chat that would continue it");
        }
        return chat.locked(state -> continueFrom(source, state, clientToken, clocks.now(instanceId)));
    }

    private String continueFrom(Contact source, ChatState state, @Nullable String clientToken, Instant now) {
        Contact contact = state.contact();
        if (!contact.isActive()) {
            throw new ChatRefused(Reason.CHAT_ENDED, "Contact " + contact.id() + " has ended");
        }
        String continued = contact.lineage().continuedFromContactId();
        if (continued != null && clientToken != null && clientToken.equals(state.continuedWith())) {
            return continued;
        }
        if (continued != null) {
            throw new ChatRefused(
                    Reason.ALREADY_PERSISTENT,
                    "Contact " + contact.id() + " continues contact " + continued + " already");
        }
        Contact continuing = state.set(contact.continuing(source, now));
        state.setContinuedWith(clientToken);
        contact.memory().hold(Weight.of(clientToken));
        Conversation conversation = state.startedConversation();
        if (conversation != null && conversation.hasJoined(contact.customer().id())) {
            conversation.publish(items.event(continuing, null, ChatEvent.CHAT_REHYDRATED), now);
        }
        return source.id();
    }
}
