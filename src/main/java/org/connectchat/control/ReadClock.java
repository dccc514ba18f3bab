package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.EmulatorClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /_emulator/clock}. */
@RestController
@Tag(name = "clock")
final class ReadClock {

    private final EmulatorClock clock;

    ReadClock(EmulatorClock clock) {
        this.clock = clock;
    }

    @GetMapping("/_emulator/clock")
    @Operation(summary = "What the emulator's clock shows")
    ClockState read() {
        return ClockState.of(clock);
    }
}
