package org.connectchat.websocket;

/** What is to go wrong with a socket instead of sending its next frame. */
public enum SocketFault {
    /** Nothing: the frame is sent. */
    NONE,
    /** The connection breaks, without a close frame. */
    DROP,
    /** The socket stays open and sends nothing any more, not even responses to heartbeats. */
    SILENCE
}
