package org.connectchat.websocket;

/** Decides about faults before each frame that a socket sends, on the sender's thread. Without such a bean there are none. */
@FunctionalInterface
public interface SocketFaults {

    /** The fault of the next frame to a participant of that contact. */
    SocketFault onFrame(String instanceId, String contactId);
}
