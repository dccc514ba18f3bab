package org.connectchat.chat.conversation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * What participants sent with which client token, so that a repeated call sends nothing again. The oldest tokens are
 * forgotten. It is guarded by the lock of the chat.
 */
final class SentItems {

    private static final int MAXIMUM = 1_000;

    private Map<String, ChatItem> items = Map.of();
    private final MemoryAccount memory;

    SentItems(MemoryAccount memory) {
        this.memory = memory;
    }

    /** The item of a participant and its token, or null. */
    @Nullable
    ChatItem find(String participantAndToken) {
        return items.get(participantAndToken);
    }

    void add(String participantAndToken, ChatItem item) {
        if (items.isEmpty()) {
            items = new LinkedHashMap<>();
        }
        items.put(participantAndToken, item);
        if (items.size() > MAXIMUM) {
            Iterator<String> tokens = items.keySet().iterator();
            memory.giveBack(ContactWeight.clientToken(tokens.next()));
            tokens.remove();
        }
    }

    /** All items with their tokens, oldest first. */
    List<SavedConversation.Sent> save() {
        return items.entrySet().stream()
                .map(entry -> SavedConversation.Sent.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
