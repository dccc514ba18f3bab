package org.connectchat.control.reset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.control.ResourcePaths;
import org.connectchat.state.StateReplacement;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Resets the emulator, or removes the chats of one instance. */
@RestController
@RequestMapping(ResourcePaths.RESET)
@Tag(name = "reset")
final class ResetController {

    private final ChatContactService chats;
    private final List<Resettable> others;
    private final StateReplacement replacing;

    ResetController(ChatContactService chats, List<Resettable> others, StateReplacement replacing) {
        this.chats = chats;
        this.others = others;
        this.replacing = replacing;
    }

    @PostMapping
    @Operation(
            operationId = "reset",
            summary = "Reset the emulator, or the chats of one instance",
            description = "With an instanceId, removes the chats of that instance with their tokens, sockets, "
                    + "files and idempotency results, and the queues, hours of operation, standing agents and scripted "
                    + "bots that it has of its own. Without one, removes all chats and restores the "
                    + "clock, faults, journal, settings and ids, and for flows the stubs, queues, hours of operation, "
                    + "standing agents, scripted bots and the flows of files. Sockets are closed and no event is sent.")
    ResetResult reset(@RequestBody(required = false) @Valid @Nullable ResetRequest request) {
        String instanceId = request == null ? null : request.instanceId();
        return new ResetResult(replacing.alone(() -> reset(instanceId)));
    }

    private int reset(@Nullable String instanceId) {
        int removed = chats.reset(instanceId);
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
