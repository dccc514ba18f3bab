package org.connectchat.chat.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a contact was initiated, connected, last updated and disconnected, and why it ended; in milliseconds.
 *
 * @param chatStartedAt when the first contact of the session was initiated, from which the deadlines of the chat count
 * @param disconnectReason null while the contact is active, and after a transfer
 */
public record Timeline(
        Instant chatStartedAt,
        Instant initiatedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant disconnectedAt,
        @Nullable DisconnectReason disconnectReason,
        Instant lastUpdatedAt) {

    public static Timeline startingAt(Instant now) {
        return new Timeline(now, now, null, null, null, now);
    }

    /** The timeline of the contact that follows this one in its session. */
    Timeline handedOver(Instant now) {
        return new Timeline(chatStartedAt, now, connectedAt == null ? null : now, null, null, now);
    }

    Timeline updated(Instant now) {
        return new Timeline(chatStartedAt, initiatedAt, connectedAt, disconnectedAt, disconnectReason, now);
    }

    Timeline connected(Instant now) {
        return new Timeline(chatStartedAt, initiatedAt, now, disconnectedAt, disconnectReason, now);
    }

    public Timeline ended(@Nullable DisconnectReason reason, Instant now) {
        return new Timeline(chatStartedAt, initiatedAt, connectedAt, now, reason, now);
    }
}
