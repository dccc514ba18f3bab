package org.connectchat.websocket;

/**
 * Chooses the fault for each frame that a socket sends, on the sender's thread. Without such a bean there are no
 * faults.
 */
@FunctionalInterface
public interface SocketFaults {

    /** The fault for the next frame to a participant of this contact. */
    SocketFault onFrame(String instanceId, String contactId);
}
