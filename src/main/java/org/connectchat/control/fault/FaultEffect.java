package org.connectchat.control.fault;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a fault does. */
@Schema(name = "FaultEffect", description = "What goes wrong.")
record FaultEffect(
        @Schema(
                description = "ERROR: the call fails. LATENCY: the call takes longer. RESET: the connection of the"
                        + " call is reset. DROP_SOCKET: the connection of a socket is reset instead of"
                        + " sending its next frame. SILENCE_SOCKET: a socket stays open and sends nothing"
                        + " from its next frame on. FORBID_STREAMING: the policy of the topic forbids an item of a"
                        + " streamed chat, which never comes. FAIL_STREAMING: an attempt to deliver an item fails,"
                        + " and another one follows. DELAY_STREAMING: an attempt takes longer")
        @NotNull(message = "is required")
        Type type,

        @Schema(
                description = "ERROR only, and required there: an error that the service has",
                example = "ThrottlingException")
        @Nullable
        String errorCode,

        @Schema(description = "ERROR only: the message; a sentence that names the fault if absent")
        @Size(min = 1, max = 1024)
        @Nullable
        String message,

        @Schema(description = "ERROR only: the HTTP status; the one that belongs to the code if absent")
        @Min(400)
        @Max(599)
        @Nullable
        Integer status,

        @Schema(
                description =
                        "LATENCY and DELAY_STREAMING only, and required there: how long, at most PT5M on the system"
                                + " clock")
        @Nullable
        Duration delay) {

    /** The kinds of fault. */
    enum Type {
        /** The call gets an error response. */
        ERROR,
        /** The call takes longer. */
        LATENCY,
        /** The connection of the call is reset without a response. */
        RESET,
        /** The connection of a socket is reset instead of sending its next frame. */
        DROP_SOCKET,
        /** A socket stays open and sends nothing from its next frame on. */
        SILENCE_SOCKET,
        /** The policy of the topic forbids an item of a streamed chat, which never comes. */
        FORBID_STREAMING,
        /** An attempt to deliver an item of a streamed chat fails, and another one follows. */
        FAIL_STREAMING,
        /** An attempt to deliver an item of a streamed chat takes longer. */
        DELAY_STREAMING;

        boolean isOfSockets() {
            return this == DROP_SOCKET || this == SILENCE_SOCKET;
        }

        boolean isOfStreamings() {
            return this == FORBID_STREAMING || this == FAIL_STREAMING || this == DELAY_STREAMING;
        }

        boolean isOfCalls() {
            return !isOfSockets() && !isOfStreamings();
        }

        boolean hasDelay() {
            return this == LATENCY || this == DELAY_STREAMING;
        }
    }
}
