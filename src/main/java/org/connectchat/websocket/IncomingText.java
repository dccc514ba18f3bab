package org.connectchat.websocket;

import org.jspecify.annotations.Nullable;

/** The text that a client sends, put together from its parts. Clients send subscriptions and heartbeats, which are short. */
final class IncomingText {

    /** A longer text closes the socket. */
    static final int MAX_CHARACTERS = 8_192;

    private @Nullable StringBuilder parts;
    private boolean tooLong;

    /** Adds a part; returns the whole text after the last one, otherwise null. */
    @Nullable
    String add(String part, boolean last) {
        int before = parts == null ? 0 : parts.length();
        tooLong |= before + part.length() > MAX_CHARACTERS;
        if (tooLong) {
            parts = null;
            return null;
        }
        if (last && parts == null) {
            return part;
        }
        StringBuilder all = parts == null ? new StringBuilder() : parts;
        all.append(part);
        parts = last ? null : all;
        return last ? all.toString() : null;
    }

    boolean isTooLong() {
        return tooLong;
    }
}
