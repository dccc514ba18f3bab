package org.connectchat.control.journal;

import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.control.recording.Recording;
import org.connectchat.control.reset.Resettable;
import org.connectchat.restjson.call.CallObserver;
import org.connectchat.restjson.call.CallRecord;
import org.springframework.stereotype.Component;

/**
 * Records each call of an AWS operation when the call is over. It keeps bodies as they were sent; {@link JournaledCall} reads
 * them when they are shown.
 */
@Component
final class Journal implements CallObserver, Resettable {

    private final Contacts chats;
    private final Recording<JournalEntry> calls;

    Journal(JournalSettings settings, Contacts chats, MemoryBudget memory) {
        this.chats = chats;
        // A call is recorded without a lock, so its thread may release waiters.
        this.calls = new Recording<>(settings.maxCalls(), memory, Runnable::run);
    }

    @Override
    public void completed(CallRecord call) {
        String contactId = call.contactId();
        String initialContactId = contactId == null ? null : chats.sessionId(contactId);
        calls.add(number -> new JournalEntry(number, call, initialContactId));
    }

    /**
     * The session of a contact, as the id of its first contact. The journal knows the sessions of its calls even after
     * their chats are removed. An unknown id stands for itself.
     */
    String sessionId(String contactId) {
        String known = chats.sessionId(contactId);
        if (known != null) {
            return known;
        }
        for (JournalEntry entry : calls.snapshot()) {
            if (contactId.equals(entry.call().contactId()) && entry.initialContactId() != null) {
                return entry.initialContactId();
            }
        }
        return contactId;
    }

    /** The recorded calls. */
    Recording<JournalEntry> calls() {
        return calls;
    }

    /** The number of waiters. */
    int waiting() {
        return calls.waiting();
    }

    @Override
    public void reset() {
        calls.clear();
    }

    @Override
    public void reset(String instanceId) {
        calls.forget(entry -> instanceId.equals(entry.call().instanceId()));
    }
}
