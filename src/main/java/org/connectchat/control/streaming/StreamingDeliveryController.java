package org.connectchat.control.streaming;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.delivery.DeliveryAwaitRequest;
import org.connectchat.control.delivery.DeliveryAwaits;
import org.connectchat.control.reset.Resettable;
import org.connectchat.delivery.Counted;
import org.connectchat.stream.TopicStreams;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** What became of the items of all streamings together, those of forgotten chats too. */
@RestController
@RequestMapping(ResourcePaths.STREAMING_DELIVERY)
@Tag(name = "streaming")
final class StreamingDeliveryController implements Resettable {

    private final TopicStreams streams;
    private final DeliveryAwaits awaits;

    StreamingDeliveryController(TopicStreams streams, DeliveryAwaits awaits) {
        this.streams = streams;
        this.awaits = awaits;
    }

    @GetMapping
    @Operation(
            operationId = "getStreamingDelivery",
            summary = "See what became of all streamed items",
            description = "Counts the items of all streamings together that were delivered, wait, and were given up, "
                    + "with the reasons, since the start or the latest reset. Items of chats that are forgotten "
                    + "count too. Given an instance, counts its items, since the latest reset of the instance.")
    StreamingDeliveryView delivery(@Valid InstanceParameter query) {
        return StreamingDeliveryView.of(counted(query).state());
    }

    @PostMapping("/await")
    @Operation(
            operationId = "awaitStreamingDelivery",
            summary = "Wait for deliveries of all streamings",
            description = "Responds as soon as the counts of all streamings together are reached, at once if they are "
                    + "already. 408 when the timeout passes first.")
    DeferredResult<StreamingDeliveryView> await(
            @RequestBody @Valid DeliveryAwaitRequest request,
            @Valid InstanceParameter query,
            HttpServletRequest exchange) {
        return awaits.begin(counted(query), request, "Nothing more is delivered", StreamingDeliveryView::of, exchange);
    }

    private Counted counted(InstanceParameter query) {
        return query.instanceId() == null
                ? streams.outcomes().all()
                : streams.outcomes().of(query.instanceId());
    }

    @Override
    public void reset() {
        streams.outcomes().reset();
    }

    @Override
    public void reset(String instanceId) {
        streams.outcomes().reset(instanceId);
    }
}
