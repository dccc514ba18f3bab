package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.chat.time.TimeTravel;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.reset.Resettable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /_emulator/clock}: the time by which chats live. */
@RestController
@RequestMapping("/_emulator/clock")
@Tag(name = "clock", description = "The time by which chats live. The HTTP Date header stays real.")
final class ClockController implements Resettable {

    /**
     * A step ahead.
     *
     * @param by longer than 0, at most 3650d
     */
    @Schema(name = "AdvanceClockRequest", description = "How far to move the clock.", example = "{\"by\": \"PT5M\"}")
    record Step(
            @Schema(description = "Longer than 0 and at most 3650d", example = "PT5M") @NotNull(message = "is required")
            Duration by) {}

    /**
     * A moment to go to.
     *
     * @param to from year 1970 to 9979
     */
    @Schema(
            name = "SetClockRequest",
            description = "The moment to show.",
            example = "{\"to\": \"2030-01-05T10:00:00Z\"}")
    record Moment(
            @Schema(description = "From year 1970 to year 9999", example = "2030-01-05T10:00:00Z")
            @NotNull(message = "is required")
            Instant to) {}

    private final EmulatorClock clock;
    private final TimeTravel travel;

    ClockController(EmulatorClock clock, TimeTravel travel) {
        this.clock = clock;
        this.travel = travel;
    }

    @GetMapping
    @Operation(
            operationId = "getClock",
            summary = "Read the clock",
            description = "Returns the time of the emulator and how it relates to the system clock.")
    ClockState read() {
        return ClockState.of(clock.read());
    }

    @PostMapping("/freeze")
    @Operation(
            operationId = "freezeClock",
            summary = "Freeze the clock",
            description = "The clock stands still until it is advanced, set or resumed.")
    ClockState freeze() {
        return ClockState.of(travel.freeze());
    }

    @PostMapping("/advance")
    @Operation(
            operationId = "advanceClock",
            summary = "Advance the clock",
            description = "Moves the clock ahead. Every deadline on the way fires in order and at its own "
                    + "moment before the response comes.")
    ClockState advance(@RequestBody @Valid Step step) {
        return moved("by", () -> travel.advance(step.by()));
    }

    @PostMapping("/set")
    @Operation(
            operationId = "setClock",
            summary = "Set the clock",
            description = "Sets the clock to a moment. A later moment fires the deadlines on the way, as an "
                    + "advance does; an earlier moment fires nothing.")
    ClockState set(@RequestBody @Valid Moment moment) {
        return moved("to", () -> travel.set(moment.to()));
    }

    @PostMapping("/resume")
    @Operation(
            operationId = "resumeClock",
            summary = "Resume the clock",
            description = "A frozen clock runs again from the moment that it shows.")
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
