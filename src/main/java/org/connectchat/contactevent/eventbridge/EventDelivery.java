package org.connectchat.contactevent.eventbridge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.connectchat.contactevent.ContactEvent;
import org.connectchat.delivery.AllOutcomes;
import org.connectchat.delivery.Deliveries;
import org.connectchat.delivery.Lane;
import org.connectchat.delivery.LaneSource;
import org.connectchat.delivery.Recipient;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sends events to the event bus, those of one session in their order (rule E1). It does nothing unless an event bus is
 * configured. A session has a lane of its own while events of it wait, so an event that the bus does not take holds up no
 * other session.
 */
public final class EventDelivery {

    private static final String DESTINATION = "EventBridge";

    private final @Nullable Recipient<SentEvent> recipient;
    private final Supplier<Deliveries> deliveries;
    private final SingletonSupplier<AllOutcomes> outcomes;
    private final Map<String, Lane<SentEvent>> lanes = new ConcurrentHashMap<>();

    /** @param recipient null if no event bus is configured */
    EventDelivery(@Nullable Recipient<SentEvent> recipient, Supplier<Deliveries> deliveries) {
        this.recipient = recipient;
        this.deliveries = deliveries;
        this.outcomes = SingletonSupplier.of(() -> deliveries.get().together());
    }

    /** Whether events are sent. */
    public boolean isOn() {
        return recipient != null;
    }

    /** Adds an event. It returns at once; the caller may hold the lock of a chat. */
    void send(ContactEvent event) {
        if (recipient != null) {
            lanes.compute(event.initialContactId(), (session, known) -> {
                // A reset closes lanes, and with seeded ids a new chat may have the id of one that the reset has
                // removed.
                if (known != null && !known.isClosed()) {
                    add(event, known);
                    return known;
                }
                Lane<SentEvent> lane = open(new LaneSource(event.instanceId(), session), recipient);
                add(event, lane);
                closeWhenIdle(session, lane);
                return lane;
            });
        }
    }

    private static void add(ContactEvent event, Lane<SentEvent> lane) {
        lane.offer(event.toString(), SentEvent.of(event), event.weight());
    }

    private Lane<SentEvent> open(LaneSource source, Recipient<SentEvent> to) {
        return deliveries.get().open(outcomes.obtain(), source, DESTINATION, to);
    }

    private void closeWhenIdle(String session, Lane<SentEvent> lane) {
        lane.outcomes().watch(state -> state.waiting() == 0, state -> closeIfIdle(session, lane));
    }

    /** Other events may have come since the lane was idle. */
    @SuppressWarnings("ReferenceEquality") // the same lane, not an equal one
    private void closeIfIdle(String session, Lane<SentEvent> lane) {
        lanes.computeIfPresent(session, (same, known) -> {
            if (known != lane) {
                return known;
            }
            if (lane.outcomes().state().waiting() > 0) {
                closeWhenIdle(session, lane);
                return lane;
            }
            lane.close();
            return null;
        });
    }

    /** How many sessions have a lane. */
    int lanes() {
        return lanes.size();
    }

    /** What has become of the events since the start or the latest reset. */
    public AllOutcomes outcomes() {
        return outcomes.obtain();
    }
}
