package org.connectchat.flow.run;

import java.util.ArrayList;
import java.util.List;

/** What was begun for a chat on other threads and is not done. It is guarded by the lock of the chat. */
final class BegunWork {

    private final List<Runnable> waiting = new ArrayList<>(1);
    private int open;

    void begin() {
        open++;
    }

    /** One part is done. Returns the listeners to tell if it was the last part. */
    List<Runnable> end() {
        open--;
        if (open > 0) {
            return List.of();
        }
        List<Runnable> told = List.copyOf(waiting);
        waiting.clear();
        return told;
    }

    /** Keeps who is to be told when nothing is open; false if nothing is. */
    boolean await(Runnable told) {
        return open > 0 && waiting.add(told);
    }
}
