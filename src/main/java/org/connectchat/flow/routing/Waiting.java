package org.connectchat.flow.routing;

import java.util.Comparator;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/**
 * A contact in a line.
 *
 * @param sequence its number among all that ever entered, which decides between equals
 * @param reservation the place that is kept for it, if any
 */
record Waiting(
        QueuedContact contact, long sequence, @Nullable Reservation reservation) {

    static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::contact, QueuedContact.ORDER).thenComparingLong(Waiting::sequence);

    Waiting withContact(QueuedContact changed) {
        return new Waiting(changed, sequence, reservation);
    }

    Waiting withReservation(@Nullable Reservation changed) {
        return new Waiting(contact, sequence, changed);
    }

    boolean isOffered() {
        return reservation != null && reservation.offeredUntil() != null;
    }
}
