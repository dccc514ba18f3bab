package org.connectchat.chat.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * One chat: a session of one contact, or of several if it is handed over from agent to agent. Its state can be reached
 * only by {@link #locked}, so that every change is decided and made in one step. The contacts can be read without the
 * lock: readers see the result of the last complete change.
 */
public final class Chat {

    private final ReentrantLock lock = new ReentrantLock();
    private final StampedLock gate;

    @GuardedBy("lock")
    private final ChatState state;

    /** Rarely any. */
    @GuardedBy("lock")
    private List<ChatWatch> watches = List.of();

    private volatile Contact contact;
    private volatile List<Contact> earlier = List.of();

    /**
     * A chat that cannot be found yet: {@link ChatState#open} registers it.
     *
     * @param contact its first contact
     */
    Chat(Contact contact, Function<Chat, Registration> store, StepGate gate, ContactListener listener) {
        this.contact = contact;
        this.gate = gate.of(this);
        this.state = new ChatState(contact, store.apply(this), listener);
    }

    /**
     * Runs one step with the state of the chat; no other step of this chat runs meanwhile. The step must not do I/O. A step
     * of a chat that was removed with all others finds it ended and forgotten.
     */
    public <T extends @Nullable Object> T locked(Function<ChatState, T> step) {
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? run(step) : runBetweenResets(step);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private <T extends @Nullable Object> T runBetweenResets(Function<ChatState, T> step) {
        long stamp = gate.readLock();
        try {
            state.endIfRemoved();
            return run(step);
        } finally {
            gate.unlockRead(stamp);
        }
    }

    @GuardedBy("lock")
    private <T extends @Nullable Object> T run(Function<ChatState, T> step) {
        try {
            return step.apply(state);
        } finally {
            earlier = state.earlier();
            contact = state.contact();
            if (!watches.isEmpty() && lock.getHoldCount() == 1) {
                ChatState seen = state; // an expression cannot show that the lock is held
                watches = watches.stream().filter(watch -> !watch.look(seen)).toList();
            }
        }
    }

    /** Shows the chat to a watch: now, and after each step until it has seen enough or is dismissed. */
    public void watch(ChatWatch watch) {
        lock.lock();
        try {
            List<ChatWatch> more = new ArrayList<>(watches);
            more.add(watch);
            watches = more;
        } finally {
            lock.unlock();
        }
        look();
    }

    /** Shows the chat to its watches, because something that they look at has changed outside the chat. */
    public void look() {
        locked(ChatState::contact);
    }

    /** Shows nothing more to a watch. */
    public void dismiss(ChatWatch watch) {
        lock.lock();
        try {
            watches = watches.stream().filter(each -> !each.equals(watch)).toList();
        } finally {
            lock.unlock();
        }
    }

    /** The id of the session, which is the id of its first contact. */
    public String sessionId() {
        return contact.sessionId();
    }

    /** The current contact of the chat, or its last one if the chat has ended. */
    public Contact contact() {
        return contact;
    }

    /** A contact of this session, or null. */
    public @Nullable Contact contact(String contactId) {
        for (Contact each : contacts()) {
            if (each.id().equals(contactId)) {
                return each;
            }
        }
        return null;
    }

    /** All contacts of the session, oldest first. */
    public List<Contact> contacts() {
        Contact now = contact;
        List<Contact> before = earlier;
        if (before.isEmpty()) {
            return List.of(now);
        }
        List<Contact> all = new ArrayList<>(before);
        all.removeIf(each -> each.id().equals(now.id()));
        all.add(now);
        return all;
    }

    /** The seat of a participant in a chat that is active, or null. */
    public @Nullable Seat seat(String participantId) {
        Contact now = contact;
        Participant participant = now.isActive() ? now.participant(participantId) : null;
        return participant == null ? null : new Seat(now, participant);
    }

    /** The current transcript of the whole session. */
    public List<TranscriptEntry> transcript() {
        return locked(ChatState::transcript);
    }

    /** The memory that the chat has taken. */
    public MemoryAccount memory() {
        return contact.memory();
    }

    @Override
    public String toString() {
        return "Chat[" + contact + "]";
    }
}
