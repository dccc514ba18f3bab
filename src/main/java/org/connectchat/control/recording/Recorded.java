package org.connectchat.control.recording;

/**
 * What a recording keeps.
 *
 * @param <T> the type itself
 */
public interface Recorded<T> {

    /** Counts from 1 on and never restarts. */
    long number();

    /** The estimated bytes in memory. */
    long weight();

    /** The same in fewer bytes, for a waiter that keeps many; itself if it is small. */
    T shortened();
}
