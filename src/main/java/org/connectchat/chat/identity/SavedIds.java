package org.connectchat.chat.identity;

/**
 * How far seeded ids have come.
 *
 * @param drawn how many bytes the seed has given
 */
public record SavedIds(long seed, long drawn) {

    /** The bytes of some hundred million ids, which are skipped within seconds. */
    public static final long MOST_DRAWN = 4_000_000_000L;
}
