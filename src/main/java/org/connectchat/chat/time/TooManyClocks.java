package org.connectchat.chat.time;

/** An instance asked for a clock of its own, and too many others have one. */
public final class TooManyClocks extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TooManyClocks() {
        super(TimeTravels.MOST_CLOCKS + " instances have a clock of their own");
    }
}
