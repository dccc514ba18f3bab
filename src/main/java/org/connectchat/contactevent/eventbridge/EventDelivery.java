package org.connectchat.contactevent.eventbridge;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.connectchat.contactevent.ContactEvent;
import org.connectchat.delivery.Deliveries;
import org.connectchat.delivery.Lane;
import org.connectchat.delivery.LaneState;
import org.connectchat.delivery.LaneState.FailedItem;
import org.connectchat.delivery.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to the event bus, those of one session in their order (rule E1). It does nothing unless an event bus is
 * configured. The first event makes all that sending needs.
 */
public final class EventDelivery {

    /** One thread sends the events of a lane one after the other; more lanes send more events at once. */
    private static final int LANES = 8;

    private static final int SHOWN_FAILURES = 20;

    private final @Nullable Recipient<SentEvent> recipient;
    private final Supplier<Deliveries> deliveries;
    private final AtomicReference<@Nullable List<Lane<SentEvent>>> lanes = new AtomicReference<>();

    /** @param recipient null if no event bus is configured */
    EventDelivery(@Nullable Recipient<SentEvent> recipient, Supplier<Deliveries> deliveries) {
        this.recipient = recipient;
        this.deliveries = deliveries;
    }

    /** Whether events are sent. */
    public boolean isOn() {
        return recipient != null;
    }

    /** Adds an event. It returns at once; the caller may hold the lock of a chat. */
    void send(ContactEvent event) {
        if (recipient != null) {
            List<Lane<SentEvent>> open = open(recipient);
            int lane = Math.floorMod(event.initialContactId().hashCode(), open.size());
            open.get(lane).offer(event.toString(), SentEvent.of(event), event.weight());
        }
    }

    private List<Lane<SentEvent>> open(Recipient<SentEvent> to) {
        List<Lane<SentEvent>> known = lanes.get();
        if (known != null) {
            return known;
        }
        Deliveries rooms = deliveries.get();
        List<Lane<SentEvent>> made = Stream.generate(() -> rooms.open("EventBridge", to))
                .limit(LANES)
                .toList();
        if (lanes.compareAndSet(null, made)) {
            return made;
        }
        made.forEach(Lane::close);
        return Objects.requireNonNullElse(lanes.get(), made);
    }

    /** What has become of the events since the start or the latest reset. */
    public LaneState state() {
        List<Lane<SentEvent>> open = lanes.get();
        List<LaneState> states =
                open == null ? List.of() : open.stream().map(Lane::state).toList();
        return new LaneState(
                states.stream().mapToLong(LaneState::delivered).sum(),
                states.stream().mapToInt(LaneState::waiting).sum(),
                states.stream().mapToLong(LaneState::failed).sum(),
                states.stream()
                        .map(LaneState::problem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                failures(states));
    }

    private static List<FailedItem> failures(List<LaneState> states) {
        return states.stream()
                .flatMap(state -> state.latestFailures().stream())
                .limit(SHOWN_FAILURES)
                .toList();
    }

    /** Drops the events that wait, and counts anew. */
    public void reset() {
        List<Lane<SentEvent>> open = lanes.getAndSet(null);
        if (open != null) {
            open.forEach(Lane::discard);
        }
    }
}
