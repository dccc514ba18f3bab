package org.connectchat.control.ids;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The seed to use from the next reset on; null restores unpredictable ids. */
@Schema(name = "SetSeedRequest", description = "A seed.", example = "{\"seed\": 42}")
record SetSeedRequest(
        @Schema(description = "Any integer of 64 bits; null or absent restores unpredictable ids", example = "42")
        @Nullable
        Long seed) {}
