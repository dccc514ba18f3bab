package org.connectchat.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.connectchat.chat.Deadlines.Deadline;
import org.connectchat.chat.Deadlines.Kind;

/** Keeps ended chats readable for the retention time, and only so many of them that memory stays bounded. */
final class EndedChats {

    private final Consumer<String> forgetting;
    private final Deadlines deadlines;
    private final Duration retention;
    private final int maximum;
    /** Their retention deadlines, in the order in which the chats ended. */
    private final Queue<Deadline> oldestFirst = new ConcurrentLinkedQueue<>();

    private final AtomicInteger size = new AtomicInteger();

    EndedChats(Consumer<String> forgetting, Deadlines deadlines, Duration retention, int maximum) {
        this.forgetting = forgetting;
        this.deadlines = deadlines;
        this.retention = retention;
        this.maximum = maximum;
    }

    void add(String contactId, Instant endedAt) {
        Deadline deadline = new Deadline(endedAt.plus(retention), Kind.RETENTION, contactId);
        oldestFirst.add(deadline);
        deadlines.schedule(deadline, () -> expire(deadline));
        if (size.incrementAndGet() > maximum) {
            Deadline oldest = oldestFirst.poll();
            if (oldest != null) {
                forget(oldest);
            }
        }
    }

    private void expire(Deadline deadline) {
        // The queue decides who forgets it: the retention deadline and the maximum may meet on the same chat. Deadlines
        // fire in the order in which chats ended, so this one stands at or near the head.
        if (oldestFirst.remove(deadline)) {
            forget(deadline);
        }
    }

    private void forget(Deadline deadline) {
        size.decrementAndGet();
        deadlines.cancel(deadline);
        forgetting.accept(deadline.contactId());
    }

    int size() {
        return size.get();
    }
}
