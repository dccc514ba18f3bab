package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.connectchat.chat.EmulatorClock;
import org.connectchat.chat.TimeTravel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /_emulator/clock}: the time by which chats live. */
@RestController
@RequestMapping("/_emulator/clock")
@Tag(name = "clock", description = "The time by which chats live. The HTTP Date header stays real.")
final class ClockResource implements Resettable {

    /**
     * A step ahead.
     *
     * @param by longer than 0, at most 3650d
     */
    record Step(@NotNull(message = "is required") Duration by) {}

    /**
     * A moment to go to.
     *
     * @param to from year 1970 to 9979
     */
    record Moment(@NotNull(message = "is required") Instant to) {}

    private final EmulatorClock clock;
    private final TimeTravel travel;

    ClockResource(EmulatorClock clock, TimeTravel travel) {
        this.clock = clock;
        this.travel = travel;
    }

    @GetMapping
    @Operation(summary = "Read the clock")
    ClockState read() {
        return ClockState.of(clock.read());
    }

    @PostMapping("/freeze")
    @Operation(summary = "Let the clock stand still")
    ClockState freeze() {
        return ClockState.of(travel.freeze());
    }

    @PostMapping("/advance")
    @Operation(
            summary = "Move the clock ahead",
            description = "Every deadline on the way fires in order, at its own moment, before the answer comes.")
    ClockState advance(@RequestBody @Valid Step step) {
        return moved("by", () -> travel.advance(step.by()));
    }

    @PostMapping("/set")
    @Operation(
            summary = "Set the clock",
            description = "Ahead, this fires what is due on the way as advance does. Back, it fires nothing.")
    ClockState set(@RequestBody @Valid Moment moment) {
        return moved("to", () -> travel.set(moment.to()));
    }

    @PostMapping("/resume")
    @Operation(summary = "Let the clock go on from what it shows")
    ClockState resume() {
        return ClockState.of(travel.resume());
    }

    private static ClockState moved(String field, Supplier<EmulatorClock.Reading> move) {
        try {
            return ClockState.of(move.get());
        } catch (IllegalArgumentException e) {
            throw ControlProblem.badField(field, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void reset() {
        travel.reset();
    }
}
