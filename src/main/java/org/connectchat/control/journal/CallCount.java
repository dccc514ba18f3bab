package org.connectchat.control.journal;

import io.swagger.v3.oas.annotations.media.Schema;

/** A number of calls. */
@Schema(name = "CallCount", description = "A number of calls.")
record CallCount(
        @Schema(description = "How many calls match") long count) {}
