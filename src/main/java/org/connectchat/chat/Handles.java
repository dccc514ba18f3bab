package org.connectchat.chat;

import org.jspecify.annotations.Nullable;

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

    /** Has ids and tokens follow from a seed from the next {@link #restart} on; null for ones that nobody can predict. */
    public void seedNext(@Nullable Long seed) {
        mint.seedNext(seed);
    }

    /** The seed of the next {@link #restart}, or null. */
    public @Nullable Long nextSeed() {
        return mint.nextSeed();
    }

    /** The seed that ids and tokens follow from now, or null. */
    public @Nullable Long seed() {
        return mint.seed();
    }

    /** Begins ids and tokens anew, with the seed if there is one. */
    public void restart() {
        mint.restart();
    }
}
