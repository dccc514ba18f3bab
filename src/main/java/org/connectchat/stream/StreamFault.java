package org.connectchat.stream;

import java.time.Duration;

/**
 * What goes wrong with an attempt to publish a message.
 *
 * @param delay how long the attempt takes at least; only for {@link Kind#SLOW}
 * @param id names the fault
 */
public record StreamFault(Kind kind, Duration delay, String id) {

    /** Nothing goes wrong. */
    public static final StreamFault NONE = new StreamFault(Kind.NONE, Duration.ZERO, "");

    /** The kinds of fault. */
    public enum Kind {
        /** None. */
        NONE,
        /** The policy of the topic forbids the message, which never comes (rule S8). */
        FORBIDDEN,
        /** The attempt fails, and another one follows. */
        FAILING,
        /** The attempt takes longer. */
        SLOW
    }
}
