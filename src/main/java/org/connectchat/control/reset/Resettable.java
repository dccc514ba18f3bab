package org.connectchat.control.reset;

/** Something that a full reset brings back to how it was configured; a reset calls every bean of this type. */
public interface Resettable {

    /** Goes back, whatever state it is in; doing so twice is the same as once. */
    void reset();
}
