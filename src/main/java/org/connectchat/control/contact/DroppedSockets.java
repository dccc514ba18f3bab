package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;

/** How many sockets a drop cut. */
@Schema(name = "DroppedSockets", description = "What was cut.")
record DroppedSockets(
        @Schema(description = "How many sockets were open", example = "1")
        int dropped) {}
