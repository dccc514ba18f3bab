package org.connectchat.websocket;

/** The fault of a socket that is about to send a frame. */
public enum SocketFault {
    /** Nothing: the frame is sent. */
    NONE,
    /** The connection breaks, without a close frame. */
    DROP,
    /** The socket stays open and sends nothing any more, not even responses to heartbeats. */
    SILENCE
}
