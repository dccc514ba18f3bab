package org.connectchat.control.delivery;

import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.reset.Resettable;
import org.connectchat.delivery.Deliveries;
import org.connectchat.delivery.LaneSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Drops what still waits for chats that are forgotten: the reset has removed them, or they were removed before. The lanes of
 * chats that begin meanwhile stay.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // before what is dropped is counted anew
final class DeliveriesReset implements Resettable {

    private final ObjectProvider<Deliveries> deliveries;
    private final Contacts contacts;

    DeliveriesReset(ObjectProvider<Deliveries> deliveries, Contacts contacts) {
        this.deliveries = deliveries;
        this.contacts = contacts;
    }

    @Override
    public void reset() {
        deliveries.getObject().discard(this::isForgotten);
    }

    @Override
    public void reset(String instanceId) {
        deliveries.getObject().discard(source -> source.owner().equals(instanceId) && isForgotten(source));
    }

    private boolean isForgotten(LaneSource source) {
        return contacts.sessionId(source.id()) == null;
    }
}
