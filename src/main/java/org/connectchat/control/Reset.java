package org.connectchat.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.connectchat.chat.ChatContactService;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/reset}. */
@RestController
@Tag(name = "reset")
final class Reset {

    /** @param instanceId whose chats go; without it all go, and everything else is as it was configured */
    record Request(@Nullable @Size(min = 1, max = 100) String instanceId) {}

    /** @param chats how many chats there were */
    record Response(int chats) {}

    private final ChatContactService chats;
    private final List<Resettable> others;

    Reset(ChatContactService chats, List<Resettable> others) {
        this.chats = chats;
        this.others = others;
    }

    @PostMapping("/_emulator/reset")
    @Operation(
            summary = "Forget everything, or the chats of one instance",
            description = "With an instanceId its chats go, active and ended, with their tokens, sockets, files and"
                    + " idempotency results. Without one the clock, faults, journal, settings and ids go back to how they"
                    + " were configured too. Nobody is told: sockets are closed.")
    Response reset(@RequestBody(required = false) @Valid @Nullable Request request) {
        String instanceId = request == null ? null : request.instanceId();
        int gone = chats.reset(instanceId);
        if (instanceId == null) {
            others.forEach(Resettable::reset);
        }
        return new Response(gone);
    }
}
