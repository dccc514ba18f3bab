package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.Feed;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/** Makes a conversation from what was saved, after it has checked that the items are a transcript of these contacts. */
public final class LoadedConversation {

    private final SavedConversation saved;
    private final List<Contact> contacts;
    private final Set<String> contactIds = new HashSet<>();
    private final Set<String> itemIds = new HashSet<>();
    private Instant before = Instant.MIN;

    private LoadedConversation(SavedConversation saved, List<Contact> contacts) {
        this.saved = saved;
        this.contacts = contacts;
        contacts.forEach(contact -> contactIds.add(contact.id()));
    }

    /**
     * The conversation of a session.
     *
     * @throws StateRefused if it cannot be the conversation of these contacts
     */
    public static Conversation of(
            SavedConversation saved, List<Contact> contacts, MemoryAccount memory, Feed<ChatItem> published) {
        new LoadedConversation(saved, contacts).check();
        return Conversation.of(saved, contacts.get(contacts.size() - 1).id(), memory, published);
    }

    private void check() {
        for (int i = 0; i < saved.transcript().size(); i++) {
            check(saved.transcript().get(i), "transcript[" + i + "]");
        }
        for (int i = 0; i < saved.sent().size(); i++) {
            SavedConversation.Sent sent = saved.sent().get(i);
            boolean isKnown = sent.withheld() == null ? itemIds.contains(sent.itemId()) : sent.itemId() == null;
            StateRefused.unless(isKnown, "sent[" + i + "].itemId", "must be the id of an item of the transcript");
        }
        boolean active = contacts.get(contacts.size() - 1).isActive();
        StateRefused.unless(saved.closed() != active, "closed", "must be true if the chat has ended, and false if not");
        StateRefused.unless(
                active || !saved.transcript().isEmpty(), "transcript", "must not be empty if the chat has ended");
        Instant last = saved.last();
        StateRefused.unless(
                saved.transcript().isEmpty() || (last != null && !last.isBefore(before)),
                "last",
                "must not be before the last item");
    }

    private void check(TranscriptEntry entry, String place) {
        ChatItem item = entry.item();
        StateRefused.unless(itemIds.add(item.id()), place + ".item.id", "must not be that of another item");
        StateRefused.unless(!item.at().isBefore(before), place + ".item.at", "must not be before the item before it");
        before = item.at();
        StateRefused.unless(
                contactIds.contains(item.contactId()), place + ".item.contactId", "must be the id of a contact");
        StateRefused.unless(
                item.initialContactId().equals(contacts.get(0).id()),
                place + ".item.initialContactId",
                "must be the id of the first contact");
        StateRefused.unless(item.receipt() == null, place + ".item.receipt", "must be absent in a transcript");
        StateRefused.unless(isWhole(item), place + ".item", "lacks what an item of its type has");
        for (int i = 0; i < entry.receipts().size(); i++) {
            StateRefused.unless(
                    entry.receipts().get(i).messageId().equals(item.id()),
                    place + ".receipts[" + i + "].messageId",
                    "must be the id of the item");
        }
    }

    private static boolean isWhole(ChatItem item) {
        return switch (item.type()) {
            case MESSAGE -> item.contentType() != null && item.content() != null && item.author() != null;
            case ATTACHMENT -> !item.attachments().isEmpty() && item.author() != null;
            case EVENT -> isKept(ChatEvent.of(item.contentType()));
            case MESSAGEMETADATA -> false;
        };
    }

    private static boolean isKept(@Nullable ChatEvent event) {
        return event != null && event.isKept();
    }
}
