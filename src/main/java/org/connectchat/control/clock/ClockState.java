package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.time.EmulatorClock;

/** A reading of the emulator's clock. */
@Schema(name = "Clock", description = "The clock of the emulator.")
record ClockState(
        @Schema(description = "The time of the emulator", example = "2026-11-22T15:00:00.795Z")
        Instant now,

        @Schema(
                description = "SYSTEM runs with the system clock, FROZEN stands still, SHIFTED runs at a distance "
                        + "from the system clock")
        EmulatorClock.Mode mode,

        @Schema(
                description = "How far the clock is ahead of the system clock; negative if it is behind",
                example = "PT0S")
        Duration offset) {

    static ClockState of(EmulatorClock.Reading reading) {
        return new ClockState(reading.now(), reading.mode(), reading.offset());
    }
}
