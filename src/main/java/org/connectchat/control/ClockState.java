package org.connectchat.control;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.EmulatorClock;

/**
 * What the emulator's clock shows.
 *
 * @param now the moment by which chats live
 * @param mode whether it goes with the system's clock, stands still, or goes some way beside it
 * @param offset how far it is ahead of the system's clock, negative if behind
 */
record ClockState(Instant now, EmulatorClock.Mode mode, Duration offset) {

    static ClockState of(EmulatorClock.Reading reading) {
        return new ClockState(reading.now(), reading.mode(), reading.offset());
    }
}
