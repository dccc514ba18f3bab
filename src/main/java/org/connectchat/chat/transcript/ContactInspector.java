package org.connectchat.chat.transcript;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.session.ChatWatch;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadlines;

/** Reads the transcript, the metrics and the deadlines of a contact. */
public final class ContactInspector {

    private final ChatStore chats;
    private final Transcripts transcripts;
    private final Deadlines deadlines;

    ContactInspector(ChatStore chats, Transcripts transcripts, Deadlines deadlines) {
        this.chats = chats;
        this.transcripts = transcripts;
        this.deadlines = deadlines;
    }

    /** The transcript of all contacts of the session, oldest first. */
    public List<TranscriptEntry> sessionTranscript(Contact contact) {
        return transcripts.entries(contact);
    }

    /** The part of the transcript that belongs to this contact alone, oldest first. */
    public List<TranscriptEntry> transcript(Contact contact) {
        return Transcripts.of(sessionTranscript(contact), Set.of(contact.id()));
    }

    /** Whether an item with this id is in the transcript of the chat. */
    public boolean hasItem(Contact contact, String itemId) {
        return sessionTranscript(contact).stream()
                .anyMatch(entry -> entry.item().id().equals(itemId));
    }

    /** The metrics of the messages of this contact alone. */
    public ContactMetrics metrics(Contact contact) {
        return ContactMetrics.of(
                contact, transcript(contact).stream().map(TranscriptEntry::item).toList());
    }

    /** Whether a participant has joined the chat and not left it. */
    public boolean isPresent(Contact contact, Participant participant) {
        Chat chat = chats.byContact(contact.id());
        return chat != null
                && chat.locked(state -> {
                    Conversation conversation = state.startedConversation();
                    return conversation != null && !conversation.isClosed() && conversation.hasJoined(participant.id());
                });
    }

    /**
     * Watches the chat of a contact, as it stands and after each change, until it is as wanted or over.
     *
     * @param wanted is asked under the lock of the chat, so it must return at once
     * @param told gets once whether the chat became as wanted, under the same lock
     */
    public ChatWatching watch(Contact contact, Predicate<ChatMoment> wanted, Consumer<Boolean> told) {
        Chat chat = chats.byContact(contact.id());
        if (chat == null) {
            told.accept(false);
            return ChatWatching.OVER;
        }
        ChatWatch watch = state -> {
            ChatMoment moment = new ChatMoment(state);
            boolean found = wanted.test(moment);
            boolean over = found || moment.isOver();
            if (over) {
                told.accept(found);
            }
            return over;
        };
        chat.watch(watch);
        return new ChatWatching(chat::look, () -> chat.dismiss(watch));
    }

    /** The deadlines of the chat of a contact, soonest first. */
    public List<Deadline> deadlines(Contact contact) {
        return deadlines.waitingFor(contact.sessionId());
    }

    /** The soonest deadlines of chats, by the ids of their sessions. */
    public Map<String, Deadline> soonestDeadlines(Set<String> sessionIds) {
        return deadlines.soonest(sessionIds);
    }
}
