package org.connectchat.state;

import java.nio.file.Path;

/** Stops the start, because the file of the state cannot be loaded or kept. */
final class StateFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /** A file that cannot be loaded. */
    StateFileRefused(Path file, String problem) {
        this(file, problem, "Correct the file, or move it away to start without chats.");
    }

    /** @param action what the operator can do, as a sentence */
    StateFileRefused(Path file, String problem, String action) {
        super(file + ": " + problem);
        this.action = action;
    }

    /** What the operator can do. */
    String action() {
        return action;
    }
}
