package org.connectchat.control.reset;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.connectchat.control.InstanceId;
import org.jspecify.annotations.Nullable;

/** What to reset. */
@Schema(name = "ResetRequest", description = "What to reset.", example = "{\"instanceId\": \"my-instance\"}")
record ResetRequest(
        @Schema(
                description = "The instance that is reset, by its id; everything is reset if absent",
                example = "my-instance")
        @Nullable
        @Size(min = 1, max = 100)
        @InstanceId
        String instanceId,

        @Schema(
                description =
                        "The seed from which ids and tokens follow from this reset on, any integer of 64 bits; for "
                                + "one instance with instanceId. 409 unless the setting emulator.ids.seedable is true. If absent, "
                                + "the seed of the emulator stays, and an instance takes its ids from the emulator again")
        @Nullable
        Long seed) {}
