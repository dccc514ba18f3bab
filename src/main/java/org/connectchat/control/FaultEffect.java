package org.connectchat.control;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong. */
record FaultEffect(
        @NotNull(message = "is required") Type type,

        @Schema(description = "Of ERROR: one that the service knows", example = "InternalServiceException") @Nullable
        String errorCode,

        @Schema(description = "Of ERROR: what to say; a sentence about the fault unless given")
        @Size(min = 1, max = 1024)
        @Nullable
        String message,

        @Schema(description = "Of ERROR: the one that belongs to the code unless given") @Min(400) @Max(599) @Nullable
        Integer status,

        @Schema(description = "Of LATENCY: at most PT5M, on the real clock", example = "PT2S") @Nullable
        Duration delay) {

    /** The kinds of trouble. */
    enum Type {
        /** The call is answered with an error. */
        ERROR,
        /** The call takes longer. */
        LATENCY,
        /** The call's connection is reset without an answer. */
        RESET,
        /** A socket's connection is reset instead of sending its next frame. */
        DROP_SOCKET,
        /** A socket stays open and sends nothing any more, from its next frame on. */
        SILENCE_SOCKET;

        boolean isOfSockets() {
            return this == DROP_SOCKET || this == SILENCE_SOCKET;
        }
    }
}
