package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.concurrent.CompletableFuture;
import org.connectchat.chat.time.ClockLimitExceeded;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.chat.time.TimeTravel;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.reset.Resettable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The emulator's clock, which decides when the deadlines of chats are due. */
@RestController
@RequestMapping(ResourcePaths.CLOCK)
@Tag(
        name = "clock",
        description = "The clock that decides when deadlines of chats are due. The HTTP Date header stays real.")
final class ClockController implements Resettable {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;

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
    DeferredResult<ClockState> freeze() {
        return response("", travel.freeze());
    }

    @PostMapping("/advance")
    @Operation(
            operationId = "advanceClock",
            summary = "Advance the clock",
            description = "Moves the clock ahead. Every deadline on the way fires in order and at its own "
                    + "moment before the response comes. The clock stands still while functions and bots are called, "
                    + "for half a minute at most.")
    DeferredResult<ClockState> advance(@RequestBody @Valid AdvanceClockRequest request) {
        return response("by", travel.advance(request.by()));
    }

    @PostMapping("/set")
    @Operation(
            operationId = "setClock",
            summary = "Set the clock",
            description = "Sets the clock to a moment. A later moment fires the deadlines on the way, as an "
                    + "advance does; an earlier moment fires nothing.")
    DeferredResult<ClockState> set(@RequestBody @Valid SetClockRequest request) {
        return response("to", travel.set(request.to()));
    }

    @PostMapping("/resume")
    @Operation(
            operationId = "resumeClock",
            summary = "Resume the clock",
            description = "A frozen clock runs again from the moment that it shows.")
    DeferredResult<ClockState> resume() {
        return response("", travel.resume());
    }

    /** The request waits for the movement without a thread. */
    private static DeferredResult<ClockState> response(String field, CompletableFuture<EmulatorClock.Reading> move) {
        DeferredResult<ClockState> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        CompletableFuture<?> unused = move.whenComplete((reading, problem) -> {
            if (problem == null) {
                result.setResult(ClockState.of(reading));
            } else {
                result.setErrorResult(
                        problem instanceof ClockLimitExceeded
                                ? ControlProblem.badField(field, String.valueOf(problem.getMessage()))
                                : problem);
            }
        });
        return result;
    }

    @Override
    public void reset() {
        travel.reset().join();
    }
}
