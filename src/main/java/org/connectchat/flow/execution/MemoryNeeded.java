package org.connectchat.flow.execution;

/** An action cannot add something to its chat until other chats are forgotten; nothing has changed. */
public final class MemoryNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long bytes;

    /** With the bytes that are needed. */
    public MemoryNeeded(long bytes) {
        super(null, null, false, false);
        this.bytes = bytes;
    }

    long bytes() {
        return bytes;
    }
}
