package org.connectchat.control.ids;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where ids and tokens come from. */
@Schema(name = "IdState", description = "Where ids and tokens come from.")
record IdState(
        @Schema(description = "Whether the setting emulator.ids.seedable allows seeds", example = "true")
        boolean seedable,

        @Schema(
                description = "The seed from the next reset on; absent if ids will be unpredictable, and for one "
                        + "instance",
                example = "42")
        @Nullable
        Long seed,

        @Schema(
                description = "The seed in use; absent if ids are unpredictable, and for an instance that has no "
                        + "seed of its own",
                example = "42")
        @Nullable
        Long current) {}
