package org.connectchat.chat.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.contact.Contact;
import org.jspecify.annotations.Nullable;

/** The conversations of chats; a chat in which nobody ever said anything has none until it is asked for. */
public final class Conversations {

    private final Clock clock;
    private final Map<String, Conversation> bySession = new ConcurrentHashMap<>();

    public Conversations(Clock clock) {
        this.clock = clock;
    }

    public Conversation of(Contact contact) {
        Conversation known = bySession.get(contact.sessionId());
        return known != null
                ? known
                : bySession.computeIfAbsent(
                        contact.sessionId(),
                        id -> new Conversation(clock, contact.id(), InitialMessages.item(contact), contact.memory()));
    }

    /** The conversation of a chat in which somebody has said or heard something, or null. */
    @Nullable
    public Conversation existing(Contact contact) {
        return bySession.get(contact.sessionId());
    }

    /** The transcript of a chat as it stands, whether anyone has said or heard anything yet or not. */
    public List<TranscriptEntry> transcript(Contact contact) {
        Conversation conversation = existing(contact);
        if (conversation != null) {
            return conversation.entries();
        }
        ChatItem initial = InitialMessages.item(contact);
        return initial == null ? List.of() : List.of(new TranscriptEntry(initial, List.of()));
    }

    public void remove(String sessionId) {
        bySession.remove(sessionId);
    }

    public int size() {
        return bySession.size();
    }
}
