package org.connectchat.chat.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.SavedSession;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.LoadedConversation;
import org.connectchat.chat.conversation.SavedConversation;
import org.connectchat.chat.memory.MemoryAccount;

/**
 * A chat that is made from what was saved. It cannot be found, and does nothing, before it is {@link #register
 * registered}.
 */
public final class LoadedChat {

    private record Key(Object value, Grant grant) {}

    private final SavedChat saved;
    private final Chat chat;
    private final List<Key> keys;

    private LoadedChat(SavedChat saved, Chat chat, List<Key> keys) {
        this.saved = saved;
        this.chat = chat;
        this.keys = keys;
    }

    /**
     * Makes the chat that was saved.
     *
     * @param memory an account of its own, which gets the memory of the chat
     * @throws StateRefused if a part of it does not fit the others
     */
    public static LoadedChat of(SavedChat saved, ChatStore store, FlowRestorer flows, MemoryAccount memory) {
        List<Contact> contacts = within("session", () -> saved.session().contacts(memory));
        Contact last = contacts.get(contacts.size() - 1);
        SavedConversation talk = saved.conversation();
        Conversation conversation = talk == null
                ? null
                : within("conversation", () -> LoadedConversation.of(talk, contacts, memory, store.published()));
        List<Key> keys = keys(saved, last);
        checkTimers(saved, last);
        memory.hold(SavedSession.weight(contacts) + (talk == null ? 0 : talk.weight()));
        Chat chat = store.create(last);
        SavedFlow flow = saved.flow();
        chat.locked(state -> {
            state.load(contacts, conversation, saved);
            if (flow != null) {
                state.setFlow(within("flow", () -> flows.restore(chat, flow)));
            }
            return chat;
        });
        return new LoadedChat(saved, chat, keys);
    }

    private interface Part<T> {
        T make();
    }

    private static <T> T within(String member, Part<T> part) {
        try {
            return part.make();
        } catch (StateRefused refused) {
            throw refused.within(member);
        }
    }

    private static List<Key> keys(SavedChat saved, Contact last) {
        List<Key> keys = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < saved.keys().size(); i++) {
            SavedKey each = saved.keys().get(i);
            String place = "keys[" + i + "]";
            Object value = within(place, each::value);
            StateRefused.unless(seen.add(value), place + ".key", "must not be that of another one");
            StateRefused.unless(
                    last.isActive() && last.hasParticipant(each.participantId()),
                    place + ".participantId",
                    "must be the id of a participant of a chat that has not ended");
            keys.add(new Key(value, each.grant()));
        }
        return keys;
    }

    private static void checkTimers(SavedChat saved, Contact last) {
        SavedTimers timers = saved.timers();
        if (timers == null) {
            return;
        }
        StateRefused.unless(last.isActive(), "timers", "must be absent if the chat has ended");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < timers.running().size(); i++) {
            String participantId = timers.running().get(i).participantId();
            StateRefused.unless(
                    last.hasParticipant(participantId) && seen.add(participantId),
                    "timers.running[" + i + "].participantId",
                    "must be the id of another participant");
        }
    }

    /** The chat. */
    public Chat chat() {
        return chat;
    }

    /** What it is made from. */
    public SavedChat saved() {
        return saved;
    }

    /** The texts of all tokens and tickets that open it, which must be those of no other chat. */
    public List<Object> keys() {
        List<Object> all = new ArrayList<>();
        Contact contact = chat.contact();
        if (contact.isActive()) {
            contact.participants().forEach(participant -> all.add(participant.token()));
        }
        keys.forEach(key -> all.add(key.value()));
        return all;
    }

    /** Puts the chat into the store, where tokens and ids find it. */
    public void register() {
        chat.locked(state -> {
            state.register();
            keys.forEach(key -> {
                state.contact().memory().hold(ContactWeight.KEY);
                state.grant(key.value(), key.grant(), true);
            });
            return chat;
        });
    }
}
