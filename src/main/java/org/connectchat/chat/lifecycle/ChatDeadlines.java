package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;

/**
 * The two deadlines of a chat: until then the customer must connect (rule B4), and then its duration is over (rule B5).
 * They belong to the session, so a transfer does not touch them. The lock of the chat is held when they change.
 */
public final class ChatDeadlines {

    private final Deadlines deadlines;
    private final Duration connectionDeadline;
    private volatile BiConsumer<Chat, Deadline> expiry = (chat, deadline) -> {};

    ChatDeadlines(Deadlines deadlines, Duration connectionDeadline) {
        this.deadlines = deadlines;
        this.connectionDeadline = connectionDeadline;
    }

    /** Sets what is done with a chat whose deadline has come. */
    void whenExpired(BiConsumer<Chat, Deadline> newExpiry) {
        expiry = newExpiry;
    }

    /** One deadline at a time is enough: the one that comes first ends the chat, unless the customer connects. */
    void start(Chat chat, Contact contact) {
        Deadline connection = connection(contact);
        Deadline duration = duration(contact);
        schedule(chat, connection.at().isBefore(duration.at()) ? connection : duration);
    }

    /** The customer has connected: only the duration counts from now on. */
    public void customerConnected(Chat chat, Contact contact) {
        deadlines.cancel(connection(contact));
        schedule(chat, duration(contact));
    }

    void stop(Contact contact) {
        deadlines.cancel(connection(contact));
        deadlines.cancel(duration(contact));
    }

    private void schedule(Chat chat, Deadline deadline) {
        deadlines.schedule(deadline, () -> expiry.accept(chat, deadline));
    }

    private Deadline connection(Contact contact) {
        Instant at = contact.timeline().chatStartedAt().plus(connectionDeadline);
        return new Deadline(at, Kind.CONNECTION, contact.sessionId());
    }

    private static Deadline duration(Contact contact) {
        return new Deadline(contact.expiresAt(), Kind.DURATION, contact.sessionId());
    }
}
