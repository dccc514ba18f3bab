package org.connectchat.kit.junit;

import java.util.concurrent.Semaphore;

/** Keeps tests on one emulator apart: one that resets everything runs alone. */
final class Turns {

    private static final int ALL = 10_000;

    private final Semaphore places = new Semaphore(ALL, true);

    /** Waits until the test may run, alone or with others. */
    Turn take(boolean alone) {
        int taken = alone ? ALL : 1;
        places.acquireUninterruptibly(taken);
        return new Turn(taken);
    }

    /** The time of one test; any thread may end it. */
    final class Turn {

        private final int taken;

        private Turn(int taken) {
            this.taken = taken;
        }

        void end() {
            places.release(taken);
        }
    }
}
