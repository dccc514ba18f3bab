package org.connectchat.websocket;

/** Is asked before each frame that a socket sends, on the sender's thread. Without a bean of it nothing goes wrong. */
@FunctionalInterface
public interface SocketFaults {

    /** What is to go wrong with the next frame for a participant of that contact. */
    SocketFault onFrame(String instanceId, String contactId);
}
