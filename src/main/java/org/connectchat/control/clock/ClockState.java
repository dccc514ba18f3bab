package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.time.EmulatorClock;
import org.jspecify.annotations.Nullable;

/** A reading of a clock. */
@Schema(name = "Clock", description = "A clock.")
record ClockState(
        @Schema(
                description = "The instance whose own clock this is; absent if it is the clock of the emulator",
                example = "my-instance")
        @Nullable
        String instanceId,

        @Schema(description = "The time that the clock shows", example = "2026-11-22T15:00:00.795Z")
        Instant now,

        @Schema(
                description = "SYSTEM runs with the system clock, FROZEN stands still, SHIFTED runs at a distance "
                        + "from the system clock")
        EmulatorClock.Mode mode,

        @Schema(
                description = "How far the clock is ahead of the system clock; negative if it is behind",
                example = "PT0S")
        Duration offset) {

    static ClockState of(@Nullable String instanceId, EmulatorClock.Reading reading) {
        return new ClockState(instanceId, reading.now(), reading.mode(), reading.offset());
    }
}
