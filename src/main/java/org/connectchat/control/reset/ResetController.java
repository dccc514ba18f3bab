package org.connectchat.control.reset;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/reset}. */
@RestController
@Tag(name = "reset")
final class ResetController {

    /** @param instanceId whose chats go; without it all go, and everything else is as it was configured */
    @Schema(name = "ResetRequest", description = "What to reset.", example = "{\"instanceId\": \"my-instance\"}")
    record Request(
            @Schema(
                    description = "The instance whose chats are removed, by its id; everything is reset if absent",
                    example = "my-instance")
            @Nullable
            @Size(min = 1, max = 100)
            String instanceId) {}

    /** @param chats how many chats there were */
    @Schema(name = "ResetResult", description = "What was removed.")
    record Response(
            @Schema(description = "How many chats there were", example = "1")
            int chats) {}

    private final ChatContactService chats;
    private final List<Resettable> others;

    ResetController(ChatContactService chats, List<Resettable> others) {
        this.chats = chats;
        this.others = others;
    }

    @PostMapping("/_emulator/reset")
    @Operation(
            operationId = "reset",
            summary = "Reset the emulator, or the chats of one instance",
            description = "With an instanceId, removes the chats of that instance with their tokens, sockets, "
                    + "files and idempotency results. Without one, removes all chats and restores the "
                    + "clock, faults, journal, settings and ids. Sockets are closed and no event is sent.")
    Response reset(@RequestBody(required = false) @Valid @Nullable Request request) {
        String instanceId = request == null ? null : request.instanceId();
        int gone = chats.reset(instanceId);
        if (instanceId == null) {
            others.forEach(Resettable::reset);
        }
        return new Response(gone);
    }
}
