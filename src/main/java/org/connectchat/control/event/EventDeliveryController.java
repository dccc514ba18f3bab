package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.contactevent.eventbridge.EventDelivery;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.reset.Resettable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what has become of the events that are sent to EventBridge. */
@RestController
@RequestMapping(ResourcePaths.CONTACT_EVENTS + "/delivery")
@Tag(name = "events")
final class EventDeliveryController implements Resettable {

    private final EventDelivery delivery;

    EventDeliveryController(EventDelivery delivery) {
        this.delivery = delivery;
    }

    @GetMapping
    @Operation(
            operationId = "getContactEventDelivery",
            summary = "See whether contact events reach EventBridge",
            description = "Counts the contact events that the configured EventBridge has taken, that wait, and that "
                    + "were given up, with the reasons.")
    EventDeliveryView delivery() {
        return EventDeliveryView.of(delivery);
    }

    @Override
    public void reset() {
        delivery.outcomes().reset();
    }
}
