package org.connectchat.control.reset;

/** State that a reset restores to its configured values. A reset calls every bean of this type. */
public interface Resettable {

    /** Restores the configured values from any state, those of all instances too. A second reset changes nothing. */
    void reset();

    /** Restores what belongs to one instance alone; nothing, unless there is such state. */
    default void reset(String instanceId) {}
}
