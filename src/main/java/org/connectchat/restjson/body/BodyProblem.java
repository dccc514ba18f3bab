package org.connectchat.restjson.body;

/** Why a body is not taken. */
public enum BodyProblem {
    /** It has more bytes than its place takes. */
    TOO_LARGE,
    /** It did not come in its time. */
    TOO_SLOW,
    /** It ended before it was complete, or its framing is broken. */
    BROKEN_OFF,
    /** Too much is on its way already. */
    NO_ROOM
}
