package org.connectchat.control.event;

import io.swagger.v3.oas.annotations.media.Schema;

/** A number of events. */
@Schema(name = "ContactEventCount", description = "A number of contact events.")
record EventCount(
        @Schema(description = "How many events match") long count) {}
