package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.connectchat.flow.routing.Assignment;
import org.jspecify.annotations.Nullable;

/** The contacts that are offered to an agent. */
@Schema(name = "OfferList", description = "The contacts that are offered to an agent.")
record OfferList(
        @Schema(description = "The offers, the oldest first")
        List<Offer> offers) {

    @Schema(name = "Offer", description = "A contact that is offered to an agent.")
    record Offer(
            @Schema(description = "The first contact of the session", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
            String contactId,

            @Schema(description = "The instance, by its id", example = "my-instance")
            String instanceId,

            @Schema(description = "The queue of the contact, by its id", example = "support")
            String queueId,

            @Schema(
                    description = "When the offer is missed, on the emulator clock",
                    example = "2026-11-22T15:00:20.795Z")
            @Nullable
            Instant until) {}

    static OfferList of(List<Assignment> offers) {
        return new OfferList(offers.stream()
                .map(offer -> new Offer(
                        offer.contact().contactId(),
                        offer.contact().instanceId(),
                        offer.contact().queue().id(),
                        offer.offeredUntil()))
                .toList());
    }
}
