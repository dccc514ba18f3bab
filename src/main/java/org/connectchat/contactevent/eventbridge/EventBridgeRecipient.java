package org.connectchat.contactevent.eventbridge;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.delivery.DeliveryFailure;
import org.connectchat.delivery.DeliverySettings;
import org.connectchat.delivery.Recipient;
import org.connectchat.outbound.TimeLimit;
import org.jspecify.annotations.Nullable;

/** Puts events on the event bus. An event is tried while its chat is active, and otherwise for a bounded time. */
final class EventBridgeRecipient implements Recipient<SentEvent> {

    private final Supplier<EventBus> maker;
    private final Contacts contacts;
    private final DeliverySettings settings;
    private final AtomicReference<@Nullable EventBus> made = new AtomicReference<>();

    EventBridgeRecipient(Supplier<EventBus> maker, Contacts contacts, DeliverySettings settings) {
        this.maker = maker;
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public void deliver(SentEvent item) throws DeliveryFailure {
        try {
            bus().put(item.event(), new TimeLimit(settings.timeout()));
        } catch (DeliveryFailure e) {
            boolean isOver = item.hasWaited(settings.afterEnd())
                    && !contacts.isActive(item.event().contactId());
            throw isOver && !e.isFinal()
                    ? DeliveryFailure.forGood(
                            "not taken within " + settings.afterEnd() + " (emulator.delivery.after-end): " + e.reason())
                    : e;
        }
    }

    private EventBus bus() {
        EventBus known = made.get();
        if (known != null) {
            return known;
        }
        EventBus bus = maker.get();
        EventBus first = made.compareAndExchange(null, bus);
        return first == null ? bus : first;
    }
}
