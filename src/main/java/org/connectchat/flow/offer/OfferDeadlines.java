package org.connectchat.flow.offer;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.flow.routing.Assignment;

/** The deadlines of contacts that are offered to standing agents (rule F73), one at most for a chat. */
public final class OfferDeadlines {

    private final Deadlines deadlines;
    private final ConcurrentMap<String, Deadline> open = new ConcurrentHashMap<>();

    public OfferDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Runs an action when the time of an offer is over, unless the offer ends before. */
    public void add(Assignment offer, Runnable missed) {
        String sessionId = offer.contact().contactId();
        Deadline deadline = deadline(offer);
        Deadline before = open.put(sessionId, deadline);
        if (before != null) {
            deadlines.cancel(before);
        }
        deadlines.schedule(deadline, () -> {
            open.remove(sessionId, deadline);
            missed.run();
        });
    }

    /** Cancels the deadline of a chat, which is no longer offered. */
    public void end(String sessionId) {
        Deadline deadline = open.remove(sessionId);
        if (deadline != null) {
            deadlines.cancel(deadline);
        }
    }

    /** Cancels the deadline of this offer. */
    public void end(Assignment offer) {
        Deadline deadline = deadline(offer);
        open.remove(offer.contact().contactId(), deadline);
        deadlines.cancel(deadline);
    }

    private static Deadline deadline(Assignment offer) {
        if (offer.offeredUntil() == null) {
            throw new IllegalArgumentException("Nothing is offered");
        }
        return new Deadline(
                offer.offeredUntil(),
                Deadline.Kind.FLOW,
                offer.contact().instanceId(),
                offer.contact().contactId(),
                "offer " + offer.number());
    }
}
