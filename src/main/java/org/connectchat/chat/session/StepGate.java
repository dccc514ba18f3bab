package org.connectchat.chat.session;

import java.util.concurrent.locks.StampedLock;

/**
 * Lets the steps of all chats run beside each other, and a change of everything between two of them. Steps of different chats
 * mostly use different locks, so that they do not slow each other down.
 */
final class StepGate {

    private static final int LOCKS = 64;

    private final StampedLock[] locks = new StampedLock[LOCKS];

    StepGate() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new StampedLock();
        }
    }

    /** The lock of which the steps of a chat hold the read lock. A thread that holds it must not take it again. */
    StampedLock of(Object chat) {
        int hash = System.identityHashCode(chat);
        return locks[(hash ^ hash >>> 6) & LOCKS - 1];
    }

    /** Makes a change while no step is under way. It takes only locks that are held for a few steps in memory. */
    void between(Runnable change) {
        int held = 0;
        long[] stamps = new long[LOCKS];
        try {
            while (held < LOCKS) {
                stamps[held] = locks[held].writeLock();
                held++;
            }
            change.run();
        } finally {
            while (held > 0) {
                held--;
                locks[held].unlockWrite(stamps[held]);
            }
        }
    }
}
