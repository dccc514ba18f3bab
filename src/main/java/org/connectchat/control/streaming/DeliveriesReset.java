package org.connectchat.control.streaming;

import org.connectchat.control.reset.Resettable;
import org.connectchat.delivery.Deliveries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Drops what still waits for chats that were removed before the reset. It comes before the resets of rooms that open lanes
 * anew, whose new lanes stay open.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeliveriesReset implements Resettable {

    private final ObjectProvider<Deliveries> deliveries;

    DeliveriesReset(ObjectProvider<Deliveries> deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void reset() {
        deliveries.getObject().discardAll();
    }
}
