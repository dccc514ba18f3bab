package org.connectchat.control.reset;

/** State that a full reset restores to its configured values. A reset calls every bean of this type. */
public interface Resettable {

    /** Restores the configured values from any state. A second reset changes nothing. */
    void reset();
}
