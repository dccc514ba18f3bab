package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.StoredFlow;
import org.jspecify.annotations.Nullable;

/** A flow or a module that the emulator knows. */
@Schema(name = "KnownFlow", description = "A flow or a module.")
record KnownFlow(
        @Schema(description = "The id, the last part of the ARN", example = "my-flow")
        String id,

        @Schema(description = "The name", example = "my-flow")
        String name,

        @Schema(description = "The type; MODULE for a module")
        FlowType type,

        @Schema(description = "The instance, by its id; absent for a file, which belongs to every instance") @Nullable
        String instanceId,

        @Schema(description = "Whether new chats may start with it")
        StoredFlow.State state,

        @Schema(description = "Whether it has content that chats run")
        StoredFlow.Status status,

        @Schema(description = "The number of the content, from 1", example = "1")
        long version,

        @Schema(description = "When it changed, on the emulator clock", example = "2026-11-22T15:00:00.795Z")
        Instant lastModified) {

    static KnownFlow of(StoredFlow flow) {
        return new KnownFlow(
                flow.id(),
                flow.name(),
                flow.type(),
                flow.instanceId().isEmpty() ? null : flow.instanceId(),
                flow.state(),
                flow.status(),
                flow.version(),
                flow.lastModified());
    }
}
