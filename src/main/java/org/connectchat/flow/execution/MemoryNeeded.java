package org.connectchat.flow.run;

/** An action cannot add something to its chat until other chats are forgotten; nothing has changed. */
final class MemoryNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long bytes;

    MemoryNeeded(long bytes) {
        super(null, null, false, false);
        this.bytes = bytes;
    }

    long bytes() {
        return bytes;
    }
}
