package org.connectchat.chat.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.SavedConversation;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.session.FlowRestorer;
import org.connectchat.chat.session.LoadedChat;
import org.connectchat.chat.session.SavedChat;

/** Chats and results of ClientTokens that were made from what was saved. They cannot be found before they are put in place. */
public final class LoadedChats {

    private final List<LoadedChat> chats = new ArrayList<>();
    private final List<SavedStart> starts;
    private final Set<Object> known = new HashSet<>();

    private LoadedChats(List<SavedStart> starts) {
        this.starts = starts;
    }

    /**
     * Makes the chats aside.
     *
     * @param limit the memory that all chats together may take
     * @throws StateRefused if one of them is wrong, two have the same id or token, or they need more memory than that
     */
    static LoadedChats of(
            List<SavedChat> saved,
            List<SavedStart> starts,
            ChatStore store,
            FlowRestorer flows,
            ContactStreamings streamings,
            long limit) {
        LoadedChats loaded = new LoadedChats(starts);
        // The chats that they replace give their memory back, so theirs is counted aside.
        MemoryBudget aside = new MemoryBudget(limit);
        for (int i = 0; i < saved.size(); i++) {
            try {
                loaded.add(LoadedChat.of(saved.get(i), store, flows, new MemoryAccount(aside)), streamings);
            } catch (StateRefused refused) {
                throw refused.within("chats[" + i + "]");
            }
            StateRefused.unless(aside.used() <= limit, "", "needs more memory than all chats may take: " + aside);
        }
        loaded.checkStarts();
        return loaded;
    }

    private void add(LoadedChat loaded, ContactStreamings streamings) {
        List<Contact> contacts = loaded.chat().contacts();
        for (int i = 0; i < contacts.size(); i++) {
            StateRefused.unless(
                    known.add(contacts.get(i).id()),
                    "session.contacts[" + i + "].id",
                    "must not be that of another one");
        }
        loaded.keys()
                .forEach(
                        key -> StateRefused.unless(known.add(key), "", "has a token or ticket of another participant"));
        SavedConversation talk = loaded.saved().conversation();
        for (int i = 0; talk != null && i < talk.streams().size(); i++) {
            StateRefused.unless(
                    streamings.knows(talk.streams().get(i).topicArn()),
                    "conversation.streams[" + i + "].topicArn",
                    "must be the ARN of an SNS topic");
        }
        chats.add(loaded);
    }

    private void checkStarts() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < starts.size(); i++) {
            SavedStart start = starts.get(i);
            try {
                start.result();
                StateRefused.unless(
                        tokens.add(start.instanceId() + " " + start.clientToken()),
                        "clientToken",
                        "must not be that of another start in the instance");
            } catch (StateRefused refused) {
                throw refused.within("starts[" + i + "]");
            }
        }
    }

    /** The chats, in the order in which they were saved. */
    List<LoadedChat> chats() {
        return chats;
    }

    List<SavedStart> starts() {
        return starts;
    }

    /** The last contact of each chat, by the id of its session. */
    public Map<String, Contact> contacts() {
        Map<String, Contact> contacts = new HashMap<>();
        chats.forEach(
                loaded -> contacts.put(loaded.chat().sessionId(), loaded.chat().contact()));
        return contacts;
    }
}
