package org.connectchat.control;

/** Something that a full reset brings back to how it was configured; a reset calls every bean of this type. */
interface Resettable {

    /** Goes back, whatever state it is in; doing so twice is the same as once. */
    void reset();
}
