package org.connectchat.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a contact was initiated, connected, last updated and disconnected, and why it ended; in milliseconds. */
public record Timeline(
        Instant initiatedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant disconnectedAt,
        @Nullable DisconnectReason disconnectReason,
        Instant lastUpdatedAt) {

    static Timeline startingAt(Instant now) {
        return new Timeline(now, null, null, null, now);
    }

    Timeline updated(Instant now) {
        return new Timeline(initiatedAt, connectedAt, disconnectedAt, disconnectReason, now);
    }

    Timeline connected(Instant now) {
        return new Timeline(initiatedAt, now, disconnectedAt, disconnectReason, now);
    }

    Timeline ended(DisconnectReason reason, Instant now) {
        return new Timeline(initiatedAt, connectedAt, now, reason, now);
    }
}
