package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;

/**
 * The two clocks of a chat: until the customer has to be connected (rule B4), and until it is over (rule B5). They belong
 * to the session, so handing the chat over does not touch them.
 */
final class ChatDeadlines {

    private final Deadlines deadlines;
    private final Duration connectionDeadline;
    private final Consumer<Deadline> expiry;

    /**
     * Makes clocks that tell when they have run out.
     *
     * @param expiry what to do when the time of a chat has come
     */
    ChatDeadlines(Deadlines deadlines, Duration connectionDeadline, Consumer<Deadline> expiry) {
        this.deadlines = deadlines;
        this.connectionDeadline = connectionDeadline;
        this.expiry = expiry;
    }

    /** One deadline at a time is enough: the one that comes first ends the chat, unless the customer connects. */
    void start(Contact contact) {
        Deadline connection = connection(contact);
        Deadline duration = duration(contact);
        schedule(connection.at().isBefore(duration.at()) ? connection : duration);
    }

    void customerConnected(Contact contact) {
        deadlines.cancel(connection(contact));
        schedule(duration(contact));
    }

    void stop(Contact contact) {
        deadlines.cancel(connection(contact));
        deadlines.cancel(duration(contact));
    }

    private void schedule(Deadline deadline) {
        deadlines.schedule(deadline, () -> expiry.accept(deadline));
    }

    private Deadline connection(Contact contact) {
        Instant at = contact.timeline().chatStartedAt().plus(connectionDeadline);
        return new Deadline(at, Kind.CONNECTION, contact.sessionId());
    }

    private static Deadline duration(Contact contact) {
        return new Deadline(contact.expiresAt(), Kind.DURATION, contact.sessionId());
    }
}
