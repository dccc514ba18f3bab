package org.connectchat.chat.time;

/** A caller tried to move the clock to a moment that it cannot show. */
public final class ClockLimitExceeded extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ClockLimitExceeded(String message) {
        super(message);
    }
}
