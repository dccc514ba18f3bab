package org.connectchat.chat.transcript;

import java.util.List;
import java.util.Set;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadlines;

/** What is known of a contact beyond the contact itself: what was said, what it adds up to, and what is to come. */
public final class ContactInspector {

    private final Conversations conversations;
    private final Deadlines deadlines;

    ContactInspector(Conversations conversations, Deadlines deadlines) {
        this.conversations = conversations;
        this.deadlines = deadlines;
    }

    /** The transcript of all contacts of the session, oldest first. */
    public List<TranscriptEntry> sessionTranscript(Contact contact) {
        return conversations.transcript(contact);
    }

    /** What stands in the transcript of this very contact, oldest first. */
    public List<TranscriptEntry> transcript(Contact contact) {
        return Transcripts.of(sessionTranscript(contact), Set.of(contact.id()));
    }

    /** Whether an item of that id stands in the transcript of the chat. */
    public boolean hasItem(Contact contact, String itemId) {
        return conversations.transcript(contact).stream()
                .anyMatch(entry -> entry.item().id().equals(itemId));
    }

    public ContactMetrics metrics(Contact contact) {
        return ContactMetrics.of(
                contact, transcript(contact).stream().map(TranscriptEntry::item).toList());
    }

    /** Whether a participant has joined the chat and not left it. */
    public boolean isPresent(Contact contact, Participant participant) {
        Conversation conversation = conversations.existing(contact);
        return conversation != null && !conversation.isClosed() && conversation.hasJoined(participant.id());
    }

    /** What waits for the chat of a contact, soonest first. */
    public List<Deadline> deadlines(Contact contact) {
        return deadlines.waitingFor(contact.sessionId());
    }
}
