package org.connectchat.chat.time;

/** The clock cannot show the moment that it is moved to. */
public final class ClockLimitExceeded extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ClockLimitExceeded(String message) {
        super(message);
    }
}
