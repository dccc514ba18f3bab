package org.connectchat.control.reset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.time.TimeTravels;
import org.connectchat.control.ChangedInstance;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.ids.Seeds;
import org.connectchat.state.StateReplacement;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Resets the emulator, or one instance. */
@RestController
@RequestMapping(ResourcePaths.RESET)
@Tag(name = "reset")
final class ResetController {

    private final ChatContactService chats;
    private final List<Resettable> others;
    private final Seeds seeds;
    private final TimeTravels travels;
    private final StateReplacement replacing;

    ResetController(
            ChatContactService chats,
            List<Resettable> others,
            Seeds seeds,
            TimeTravels travels,
            StateReplacement replacing) {
        this.chats = chats;
        this.others = others;
        this.seeds = seeds;
        this.travels = travels;
        this.replacing = replacing;
    }

    @PostMapping
    @Operation(
            operationId = "reset",
            summary = "Reset the emulator, or one instance",
            description = "With an instanceId, removes the chats of that instance with their tokens, sockets, "
                    + "files and idempotency results, and what was set or recorded for that instance alone: its "
                    + "clock, settings, seed, faults, calls, contact events, stubs, queues, hours of operation, standing "
                    + "agents, scripted bots, counts of deliveries, and the flows and modules that the API created or "
                    + "changed. Without one, removes all chats and restores the "
                    + "clock, faults, journal, settings and ids, and for flows the stubs, queues, hours of operation, "
                    + "standing agents, scripted bots and the flows of files. Sockets are closed and no event is sent. "
                    + "With a seed, ids and tokens follow from it after the reset: those of the instance, or all.")
    ResetResult reset(@RequestBody(required = false) @Valid @Nullable ResetRequest request, HttpServletRequest call) {
        String instanceId = request == null ? null : request.instanceId();
        Long seed = request == null ? null : request.seed();
        ChangedInstance.note(call, instanceId);
        return new ResetResult(replacing.alone(() -> reset(instanceId, seed)));
    }

    /** A chat that starts after the removal has the new ids, and the clock that the instance has from then on. */
    private void beginAnew(@Nullable String instanceId, @Nullable Long seed) {
        seeds.restart(instanceId, seed);
        if (instanceId != null) {
            travels.reset(instanceId);
        }
    }

    private int reset(@Nullable String instanceId, @Nullable Long seed) {
        seeds.requireUsable(instanceId, seed);
        int removed = chats.reset(instanceId, () -> beginAnew(instanceId, seed));
        for (Resettable other : others) {
            if (instanceId == null) {
                other.reset();
            } else {
                other.reset(instanceId);
            }
        }
        return removed;
    }
}
