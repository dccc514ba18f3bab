package org.connectchat.websocket;

/** The fault for the next frame of a socket. */
public enum SocketFault {
    /** Nothing: the frame is sent. */
    NONE,
    /** The connection breaks, without a close frame. */
    DROP,
    /** The socket stays open and sends nothing more, not even responses to heartbeats. */
    SILENCE
}
