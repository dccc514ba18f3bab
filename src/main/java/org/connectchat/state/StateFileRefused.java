package org.connectchat.state;

import java.nio.file.Path;

/** Stops the start, because the file of the state cannot be loaded. */
final class StateFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateFileRefused(Path file, String problem) {
        super(file + ": " + problem);
    }
}
