package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.connectchat.contactevent.eventbridge.EventDelivery;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.delivery.DeliveryAwaitRequest;
import org.connectchat.control.delivery.DeliveryAwaits;
import org.connectchat.control.reset.Resettable;
import org.connectchat.delivery.Counted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Shows what has become of the events that are sent to EventBridge. */
@RestController
@RequestMapping(ResourcePaths.CONTACT_EVENTS + "/delivery")
@Tag(name = "events")
final class EventDeliveryController implements Resettable {

    private final EventDelivery delivery;
    private final DeliveryAwaits awaits;

    EventDeliveryController(EventDelivery delivery, DeliveryAwaits awaits) {
        this.delivery = delivery;
        this.awaits = awaits;
    }

    @GetMapping
    @Operation(
            operationId = "getContactEventDelivery",
            summary = "See whether contact events reach EventBridge",
            description = "Counts the contact events that the configured EventBridge has taken, that wait, and that "
                    + "were given up, with the reasons, since the start or the latest reset. Given an instance, counts "
                    + "its events, since the latest reset of the instance.")
    EventDeliveryView delivery(@Valid InstanceParameter query) {
        return EventDeliveryView.of(delivery.isOn(), counted(query).state());
    }

    @PostMapping("/await")
    @Operation(
            operationId = "awaitContactEventDelivery",
            summary = "Wait until contact events have reached EventBridge",
            description =
                    "Responds as soon as the counts are reached, at once if they are already. 408 when the timeout "
                            + "passes first; 409 if no EventBridge is configured.")
    DeferredResult<EventDeliveryView> await(
            @RequestBody @Valid DeliveryAwaitRequest request,
            @Valid InstanceParameter query,
            HttpServletRequest exchange) {
        if (!delivery.isOn()) {
            throw ControlProblem.conflict("Contact events are not sent: set AWS_ENDPOINT_URL_EVENTBRIDGE or "
                    + "emulator.eventbridge.endpoint to the URL of an EventBridge");
        }
        return awaits.begin(
                counted(query),
                request,
                "No more events are sent",
                state -> EventDeliveryView.of(true, state),
                exchange);
    }

    private Counted counted(InstanceParameter query) {
        return query.instanceId() == null
                ? delivery.outcomes().all()
                : delivery.outcomes().of(query.instanceId());
    }

    @Override
    public void reset() {
        delivery.outcomes().reset();
    }

    @Override
    public void reset(String instanceId) {
        delivery.outcomes().reset(instanceId);
    }
}
