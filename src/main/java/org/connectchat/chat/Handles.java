package org.connectchat.chat;

/** The part of the {@link Mint} that other rooms may use: whatever must not be guessed comes from there alone. */
public final class Handles {

    private final Mint mint;

    Handles(Mint mint) {
        this.mint = mint;
    }

    /** An id, a lower-case UUID. */
    public String id() {
        return mint.id();
    }

    /** A handle for a URL, as hard to guess as a token. */
    public String handle() {
        return mint.handle();
    }
}
