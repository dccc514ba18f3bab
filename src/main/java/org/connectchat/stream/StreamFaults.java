package org.connectchat.stream;

/** Chooses the fault of each attempt to publish a message. Without such a bean there are no faults. */
@FunctionalInterface
public interface StreamFaults {

    /** The fault of the next attempt for an item of this contact. */
    StreamFault onPublish(String instanceId, String contactId);
}
