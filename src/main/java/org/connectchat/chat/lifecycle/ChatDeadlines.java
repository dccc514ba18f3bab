package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;

/**
 * The two deadlines of a chat: the customer must connect before the first (rule B4), and the chat ends at the second
 * (B5). They belong to the session, so a transfer does not change them. They change under the lock of the chat.
 */
public final class ChatDeadlines {

    private final Deadlines deadlines;
    private final Duration connectionDeadline;
    private volatile BiConsumer<Chat, Deadline> expiry = (chat, deadline) -> {};

    ChatDeadlines(Deadlines deadlines, Duration connectionDeadline) {
        this.deadlines = deadlines;
        this.connectionDeadline = connectionDeadline;
    }

    /** Sets what happens to a chat whose deadline has come. */
    void whenExpired(BiConsumer<Chat, Deadline> newExpiry) {
        expiry = newExpiry;
    }

    /** Schedules the earlier of the two deadlines: it ends the chat, unless the customer connects before it. */
    void start(Chat chat, Contact contact) {
        Deadline connection = connection(contact);
        Deadline duration = duration(contact);
        schedule(chat, connection.at().isBefore(duration.at()) ? connection : duration);
    }

    /** The customer has connected: replaces the connection deadline by the duration. */
    public void customerConnected(Chat chat, Contact contact) {
        deadlines.cancel(connection(contact));
        schedule(chat, duration(contact));
    }

    /** Schedules the deadline of a chat that is loaded. */
    void resume(Chat chat, Contact contact) {
        if (contact.timeline().connectedAt() == null) {
            start(chat, contact);
        } else {
            schedule(chat, duration(contact));
        }
    }

    void stop(Contact contact) {
        deadlines.cancel(connection(contact));
        deadlines.cancel(duration(contact));
    }

    /** Makes a change while no deadline of any chat fires. */
    <T> T pausedFor(Supplier<T> change) {
        return deadlines.withFiringPaused(change);
    }

    /** Forgets the deadlines of all chats, of every kind. */
    void clear() {
        deadlines.clear();
    }

    private void schedule(Chat chat, Deadline deadline) {
        deadlines.schedule(deadline, () -> expiry.accept(chat, deadline));
    }

    private Deadline connection(Contact contact) {
        Instant at = contact.timeline().chatStartedAt().plus(connectionDeadline);
        return new Deadline(at, Kind.CONNECTION, contact.instanceId(), contact.sessionId());
    }

    private static Deadline duration(Contact contact) {
        return new Deadline(contact.expiresAt(), Kind.DURATION, contact.instanceId(), contact.sessionId());
    }
}
