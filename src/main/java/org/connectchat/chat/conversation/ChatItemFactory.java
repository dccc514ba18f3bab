package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.memory.SharedTexts;
import org.jspecify.annotations.Nullable;

/** Makes the items of chats, each with a new id. */
public final class ChatItemFactory {

    private final IdGenerator ids;

    public ChatItemFactory(IdGenerator ids) {
        this.ids = ids;
    }

    public Conversation.Draft message(Seat seat, String contentType, String content) {
        return item(
                ChatItem.Type.MESSAGE,
                seat.contact(),
                Author.of(seat.participant()),
                SharedTexts.of(contentType),
                content,
                List.of(),
                null);
    }

    /** A message of the flow of a chat (rules F30 and F31). */
    public Conversation.Draft ofFlow(Contact contact, Author system, ChatMessage message) {
        return item(ChatItem.Type.MESSAGE, contact, system, message.contentType(), message.content(), List.of(), null);
    }

    public Conversation.Draft attachment(Seat seat, AttachmentRef attachment) {
        return item(
                ChatItem.Type.ATTACHMENT,
                seat.contact(),
                Author.of(seat.participant()),
                null,
                null,
                List.of(attachment),
                null);
    }

    public Conversation.Draft event(Contact contact, @Nullable Participant participant, ChatEvent event) {
        Author author = participant == null ? null : Author.of(participant);
        return item(ChatItem.Type.EVENT, contact, author, event.contentType(), null, List.of(), null);
    }

    public Conversation.Draft receipt(Contact contact, Receipt receipt) {
        return item(
                ChatItem.Type.MESSAGEMETADATA,
                contact,
                null,
                ChatEvent.MESSAGE_METADATA.contentType(),
                null,
                List.of(),
                receipt);
    }

    /** The events of the end of a chat: the participants that leave, and the end itself. */
    public List<Conversation.Draft> ending(Contact contact, List<Participant> leaving) {
        List<Conversation.Draft> words = new ArrayList<>();
        leaving.forEach(participant -> words.add(event(contact, participant, ChatEvent.PARTICIPANT_LEFT)));
        words.add(event(contact, null, ChatEvent.CHAT_ENDED));
        return words;
    }

    private Conversation.Draft item(
            ChatItem.Type type,
            Contact contact,
            @Nullable Author author,
            @Nullable String contentType,
            @Nullable String content,
            List<AttachmentRef> attachments,
            @Nullable Receipt receipt) {
        String id = ids.of(contact.instanceId()).id();
        String initialContactId = contact.lineage().initialContactId();
        return (Instant moment, String contactId) -> new ChatItem(
                id, type, moment, contentType, content, author, attachments, receipt, contactId, initialContactId);
    }
}
