package org.connectchat.restjson.body;

/** Why a body is refused. */
public enum BodyProblem {
    /** It has more bytes than allowed. */
    TOO_LARGE,
    /** It was not received in time. */
    TOO_SLOW,
    /** It ended before it was complete, or its framing is broken. */
    BROKEN_OFF,
    /** Too many bytes of bodies are held already. */
    NO_ROOM
}
