package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.connectchat.chat.time.ClockLimitExceeded;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.chat.time.TimeTravel;
import org.connectchat.chat.time.TimeTravels;
import org.connectchat.chat.time.TooManyClocks;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.reset.Resettable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The clocks that decide when the deadlines of chats are due: the emulator's, and those of instances (rule C40). */
@RestController
@RequestMapping(ResourcePaths.CLOCK)
@Tag(
        name = "clock",
        description = "The clock that decides when deadlines of chats are due. The HTTP Date header stays real. A call "
                + "that names an instance gives it a clock of its own, which it keeps until it is reset.")
final class ClockController implements Resettable {

    private static final String OF_AN_INSTANCE =
            " With an instanceId, the instance gets a clock of its own until its reset, "
                    + "which no longer follows that of the emulator. At most 1,000 instances have one; 409 beyond.";

    private static final Long NO_CONTAINER_TIMEOUT = 0L;

    private final Clocks clocks;
    private final TimeTravels travels;

    ClockController(Clocks clocks, TimeTravels travels) {
        this.clocks = clocks;
        this.travels = travels;
    }

    @GetMapping
    @Operation(
            operationId = "getClock",
            summary = "Read the clock",
            description =
                    "Returns the time of the emulator, or of an instance, and how it relates to the system clock.")
    ClockState read(@Valid InstanceParameter of) {
        return state(of.instanceId(), clock(of).read());
    }

    @PostMapping("/freeze")
    @Operation(
            operationId = "freezeClock",
            summary = "Freeze the clock",
            description = "The clock stands still until it is advanced, set or resumed." + OF_AN_INSTANCE)
    DeferredResult<ClockState> freeze(@Valid InstanceParameter of) {
        return move(of, "", clock -> {}, TimeTravel::freeze);
    }

    @PostMapping("/advance")
    @Operation(
            operationId = "advanceClock",
            summary = "Advance the clock",
            description = "Moves the clock ahead. Every deadline on the way fires in order and at its own "
                    + "moment before the response comes. The clock stands still while functions and bots are called, "
                    + "for half a minute at most." + OF_AN_INSTANCE)
    DeferredResult<ClockState> advance(@Valid InstanceParameter of, @RequestBody @Valid AdvanceClockRequest request) {
        return move(
                of,
                "by",
                clock -> TimeTravel.target(clock.instant(), request.by()),
                travel -> travel.advance(request.by()));
    }

    @PostMapping("/set")
    @Operation(
            operationId = "setClock",
            summary = "Set the clock",
            description = "Sets the clock to a moment. A later moment fires the deadlines on the way, as an "
                    + "advance does; an earlier moment fires nothing." + OF_AN_INSTANCE)
    DeferredResult<ClockState> set(@Valid InstanceParameter of, @RequestBody @Valid SetClockRequest request) {
        return move(of, "to", clock -> TimeTravel.requireReachable(request.to()), travel -> travel.set(request.to()));
    }

    @PostMapping("/resume")
    @Operation(
            operationId = "resumeClock",
            summary = "Resume the clock",
            description = "A frozen clock runs again from the moment that it shows." + OF_AN_INSTANCE)
    DeferredResult<ClockState> resume(@Valid InstanceParameter of) {
        return move(of, "", clock -> {}, TimeTravel::resume);
    }

    /**
     * The request waits for the movement without a thread.
     *
     * @param possible fails if the movement is refused; an instance then gets no clock
     */
    private DeferredResult<ClockState> move(
            InstanceParameter of,
            String field,
            Consumer<EmulatorClock> possible,
            Function<TimeTravel, CompletableFuture<EmulatorClock.Reading>> movement) {
        String instanceId = of.instanceId();
        DeferredResult<ClockState> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        try {
            possible.accept(clock(of));
        } catch (ClockLimitExceeded e) {
            throw refused(field, e);
        }
        CompletableFuture<?> unused = begin(instanceId, movement).whenComplete((reading, problem) -> {
            if (problem == null) {
                result.setResult(state(instanceId, reading));
            } else {
                result.setErrorResult(problem instanceof ClockLimitExceeded limit ? refused(field, limit) : problem);
            }
        });
        return result;
    }

    private static ControlProblem refused(String field, ClockLimitExceeded limit) {
        return ControlProblem.badField(field, String.valueOf(limit.getMessage()));
    }

    private EmulatorClock clock(InstanceParameter of) {
        return of.instanceId() == null ? clocks.emulator() : clocks.of(of.instanceId());
    }

    private CompletableFuture<EmulatorClock.Reading> begin(
            @Nullable String instanceId, Function<TimeTravel, CompletableFuture<EmulatorClock.Reading>> movement) {
        try {
            return instanceId == null ? movement.apply(travels.emulator()) : travels.move(instanceId, movement);
        } catch (TooManyClocks e) {
            throw ControlProblem.tooManyInstances(TimeTravels.MOST_CLOCKS, "a clock");
        }
    }

    private ClockState state(@Nullable String instanceId, EmulatorClock.Reading reading) {
        return ClockState.of(instanceId != null && clocks.hasOwn(instanceId) ? instanceId : null, reading);
    }

    @Override
    public void reset() {
        travels.reset().join();
    }
}
