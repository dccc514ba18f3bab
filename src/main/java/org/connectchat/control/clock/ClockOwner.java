package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whose clock a call is about. */
record ClockOwner(
        @Parameter(
                description = "The instance whose own clock the call is about, by its id; the clock of the emulator if "
                        + "absent",
                example = "my-instance")
        @Nullable
        @Size(min = 1, max = 100)
        String instanceId) {}
